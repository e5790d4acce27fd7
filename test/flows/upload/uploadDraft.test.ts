import assert from 'node:assert/strict';
import type { IdentifierField, UploadDraft } from '../../../src/flows/upload/uploadDraft';
import {
  cloudKeyOf,
  copyOf,
  emptyDraft,
  enter,
  fillFrom,
  firstOpenField,
  readField,
} from '../../../src/flows/upload/uploadDraft';
import type { KnownProvider } from '../../../src/model/key';

const guid = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const arn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const url = 'https://vault-1.vault.azure.net/keys/key-1';
const version = '0123456789abcdef0123456789abcdef';
const vaultNamed = (name: string): string =>
  `/subscriptions/${guid}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/${name}`;
const vault = vaultNamed('vault-1');
const name = 'projects/my-project/locations/us-central1/keyRings/my-ring/cryptoKeys/my-key';
const vaultShow = JSON.stringify({
  id: vault,
  properties: { tenantId: guid, enableRbacAuthorization: false, enablePurgeProtection: true },
});

function draftOf(provider?: KnownProvider): UploadDraft {
  return { ...emptyDraft(), provider };
}

/** Enters texts one after the other, each for the field that is open then. */
function answered(provider: KnownProvider, ...texts: readonly string[]): UploadDraft {
  const draft = draftOf(provider);
  for (const text of texts) enter(draft, firstOpenField(draft) ?? 'keyArn', text);
  return draft;
}

describe('the draft of an upload', () => {
  const pastes: readonly (readonly [
    label: string,
    provider: KnownProvider | undefined,
    text: string,
    filled: readonly IdentifierField[],
    fields: UploadDraft['fields'],
  ])[] = [
    ['an ARN', undefined, ` "${arn}" `, ['keyArn'], { keyArn: arn }],
    ['a key URL', undefined, `${url}/${version}`, ['keyUrl'], { keyUrl: url }],
    ['a vault', 'Azure', vault, ['keyVaultId'], { keyVaultId: vault }],
    [
      'az keyvault show',
      'Azure',
      vaultShow,
      ['keyVaultId', 'tenantId'],
      { keyVaultId: vault, tenantId: guid },
    ],
    ['a resource name', undefined, `//cloudkms.googleapis.com/${name}`, ['keyName'], { keyName: name }],
    ['a key of another cloud', 'GCP', arn, [], {}],
    ['nothing that it knows', undefined, 'hello', [], {}],
  ];
  for (const [label, provider, text, filled, fields] of pastes) {
    it(`is filled from ${label}`, () => {
      const draft = draftOf(provider);
      assert.deepEqual([fillFrom(draft, text), draft.fields], [filled, fields]);
    });
  }

  it('keeps a text that fills nothing as it was typed', () => {
    const draft = draftOf('AWS');
    assert.deepEqual([enter(draft, 'keyArn', 'arn:aws'), draft.fields], [['keyArn'], { keyArn: 'arn:aws' }]);
    assert.equal(firstOpenField(draft), 'keyArn');
  });

  it('says what was left out of a key URL, once', () => {
    const draft = answered('Azure', `${url}/${version}`);
    const read = readField(draft, 'keyUrl');
    assert.deepEqual(read.ok && read.warnings.map(({ code }) => code), ['azureVersionStripped']);
  });

  it('says what the output of a command tells about the vault', () => {
    const read = readField(answered('Azure', url, vaultShow), 'keyVaultId');
    assert.deepEqual(read.ok && read.warnings.map(({ code }) => code), ['vaultNoRbac']);
  });

  it('forgets that once something else is typed', () => {
    const draft = answered('Azure', url, vaultShow);
    enter(draft, 'keyVaultId', vault);
    const read = readField(draft, 'keyVaultId');
    assert.deepEqual(read.ok && read.warnings, []);
  });

  it('does not take a vault that the key is not in', () => {
    const draft = answered('Azure', url, vaultNamed('vault-2'));
    const read = readField(draft, 'keyVaultId');
    assert.deepEqual([firstOpenField(draft), read.ok || read.problem.code], ['keyVaultId', 'vaultMismatch']);
  });

  it('asks for what is open in the order of the cloud', () => {
    const draft = draftOf('Azure');
    const asked: (string | undefined)[] = [];
    for (const text of [url, vault, guid]) {
      const field = firstOpenField(draft);
      asked.push(field);
      if (field) enter(draft, field, text);
    }
    assert.deepEqual([asked, firstOpenField(draft)], [['keyUrl', 'keyVaultId', 'tenantId'], undefined]);
  });

  const keys: readonly (readonly [
    provider: KnownProvider,
    texts: readonly string[],
    key: object | undefined,
  ])[] = [
    ['AWS', [`'${arn}'`], { kind: 'AwsKey', keyArn: arn }],
    ['AWS', ['alias/a'], undefined],
    [
      'Azure',
      [`${url}/${version}`, vault, `{${guid}}`],
      { kind: 'AzureKey', keyId: url, keyVaultId: vault, tenantId: guid },
    ],
    ['Azure', [url, vault], undefined],
    ['GCP', [`${name}/`], { kind: 'GcpKey', keyId: name }],
  ];
  for (const [provider, texts, key] of keys) {
    it(`${key ? 'is a key' : 'is no key yet'} of ${provider} with ${texts.join(' and ')}`, () =>
      assert.deepEqual(cloudKeyOf(answered(provider, ...texts)), key));
  }

  it('is not changed by what is tried on a copy', () => {
    const draft = answered('Azure', url);
    const before = structuredClone(draft);
    enter(copyOf(draft), 'keyVaultId', vaultShow);
    assert.deepEqual(draft, before);
  });
});
