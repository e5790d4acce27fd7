import Ajv from 'ajv';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Answer } from './callTool';
import { call, textOf } from './callTool';
import { hostileTexts } from './hostile';
import { hostileOrganization } from './hostileOrganization';
import type { Session } from './session';
import { activate, eventually, extensionId, startSession } from './session';

interface Manifest {
  readonly contributes: {
    readonly languageModelTools: readonly { readonly name: string; readonly inputSchema: object }[];
  };
}

const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as Manifest;
/** Whether the schema that a model is shown takes an input. */
const takes = (tool: string, input: object): boolean => {
  const found = manifest.contributes.languageModelTools.find(({ name }) => name === tool);
  return new Ajv({ strict: false }).compile(found?.inputSchema ?? false)(input);
};

const arn = 'arn:aws:kms:us-west-2:111122223333:key/3ad77bb4-0d7a-4660-a89e-caf32466ef97';

describe('the tools for language models, asked for what there is not', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(() => session.close());

  const refused: readonly (readonly [name: string, input: object, because: RegExp])[] = [
    ['byok_listKeys', { provider: 'Oracle' }, /one of: AWS, Azure, GCP/],
    ['byok_listKeys', { limit: 0 }, /whole number from 1 to 200/],
    ['byok_listKeys', { limit: '5' }, /whole number|must be/],
    ['byok_listKeys', { phase: 'INVALID' }, /members that there are not/],
    ['byok_listKeys', { text: 5 }, /must be a string/],
    ['byok_getKey', {}, /"key" is missing/],
    ['byok_getKey', { key: 'cck-b0v6h', refresh: 'yes' }, /true or false/],
    ['byok_explainGrant', { key: 'cck-b0v6h', form: 'CloudFormation' }, /one of: policy, statements/],
    ['byok_explainGrant', {}, /"key" is missing/],
    ['byok_listFindings', { severity: 'fatal' }, /one of: error, warning, info/],
    ['byok_listFindings', { includeMuted: 1 }, /true or false/],
  ];
  for (const [name, input, because] of refused) {
    it(`refuse what their schema refuses: ${name} ${JSON.stringify(input)}`, async () => {
      assert.equal(takes(name, input), false);
      await assert.rejects(call(name, input), because);
    });
  }

  const wrong: readonly (readonly [name: string, input: object, because: RegExp])[] = [
    ['byok_getKey', { key: 'cck-nobody' }, /No key has that.*byok_listKeys.*"label":"Test"/],
    ['byok_explainGrant', { key: arn.replace('3ad7', '4ad7') }, /No key has that/],
    ['byok_listFindings', { key: 'nobody' }, /No key has that/],
    ['byok_listKeys', { organization: 'nobody' }, /no such organization.*"label":"Test"/],
    [
      'byok_explainGrant',
      { key: 'arn:aws:kms:eu-west-1:111122223333:key/f6916d2a-9f5b-4c63-8d0a-8c9e1d2f3a4b' },
      /Several keys.*cck-z2k7y.*cck-e6j4u|Several keys.*cck-e6j4u.*cck-z2k7y/,
    ],
  ];
  for (const [name, input, because] of wrong) {
    it(`say what is wrong, and what to do: ${name} ${JSON.stringify(input)}`, async () => {
      assert.equal(takes(name, input), true);
      await assert.rejects(call(name, input), because);
    });
  }
});

describe('the tools for language models, where all is not well', () => {
  const names = ['byok_listKeys', 'byok_listFindings'];

  it('say that nobody is signed in, and do not sign in', async () => {
    await activate();
    for (const name of names)
      await assert.rejects(call(name), /not signed in.*Sign In….*Do not ask for a credential/);
  });

  it('load keys that were never loaded, once', async () => {
    const session = await startSession();
    try {
      const again = await vscode.commands.executeCommand<string>('byok.signIn', {
        label: 'Again',
        endpoint: session.server.url,
        apiKeyId: 'DEMOADMIN0000001',
        apiKeySecret: 'demo-secret-of-the-admin',
      });
      const [first] = await Promise.all([
        call('byok_listKeys', { organization: 'Again' }),
        call('byok_listFindings'),
      ]);
      assert.equal(first.matching, 18);
      const before = session.listings();
      await call('byok_listKeys');
      assert.equal(session.listings(), before);
      await vscode.commands.executeCommand('byok.signOut', again);
    } finally {
      await session.close();
    }
  });

  it('answer for one organization, and say why another does not', async () => {
    const session = await startSession();
    try {
      const again = await vscode.commands.executeCommand<string>('byok.signIn', {
        label: 'Again',
        endpoint: session.server.url,
        apiKeyId: 'DEMOADMIN0000001',
        apiKeySecret: 'demo-secret-of-the-admin',
      });
      session.simulator.faults.add({ times: Infinity, fault: { kind: 'html' } });
      const { organizations, matching } = await call('byok_listKeys');
      assert.equal(matching, 18);
      assert.match(
        String(organizations?.find(({ id }) => id === again)?.['problem']),
        /not one of Confluent Cloud/,
      );
      const [key] =
        (await call('byok_getKey', { key: 'cck-b0v6h', organization: 'Test', refresh: true })).keys ?? [];
      assert.match(JSON.stringify(key?.['problems']), /could not be fetched again/);
      session.simulator.faults.clear();
      await vscode.commands.executeCommand('byok.signOut', again);
    } finally {
      await session.close();
    }
  });

  it('stop when nobody wants the answer any more', async () => {
    const session = await startSession();
    try {
      session.simulator.faults.add({ times: Infinity, fault: { kind: 'stall', when: 'beforeHeaders' } });
      const cancellation = new vscode.CancellationTokenSource();
      const answer = textOf('byok_getKey', { key: 'cck-b0v6h', refresh: true }, cancellation.token);
      const asked = session.simulator.requests.length;
      const rejected = assert.rejects(answer, /[Cc]ancel/);
      await eventually(() => session.simulator.requests.length > asked);
      cancellation.cancel();
      await rejected;
      session.simulator.faults.clear();
    } finally {
      await session.close();
    }
  });

  it('give text that is made to deceive as data, cleaned and cut', async () => {
    const session = await startSession(hostileOrganization());
    try {
      const text = await textOf('byok_listKeys', {});
      const { keys, notice } = JSON.parse(text) as Answer;
      assert.ok(text.startsWith(`{"notice":${JSON.stringify(notice)}`));
      assert.ok(text.length < 40_000);
      assert.equal(keys?.length, Object.keys(hostileTexts).length);
      for (const name of ['byok_getKey', 'byok_explainGrant']) {
        for (const index of Object.keys(Object.values(hostileTexts))) {
          const shown = await textOf(name, { key: `cck-${index}` });
          assert.ok(shown.length < 40_000, `${name} ${index}`);
          assert.doesNotMatch(shown, /[\p{Cc}\p{Bidi_Control}\u200b\ufeff\u00ad\u2028\u2029]/u);
        }
      }
    } finally {
      await session.close();
    }
  });
});
