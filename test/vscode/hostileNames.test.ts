import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hostileTexts } from './hostile';
import { hostileOrganization } from './hostileOrganization';
import type { Session } from './session';
import { startSession } from './session';

const labels = Object.keys(hostileTexts);

describe('hostile text of the service', () => {
  let session: Session;
  before(async () => {
    session = await startSession(hostileOrganization());
  });
  after(() => session.close());

  const documentOf = (id: string): Thenable<vscode.TextDocument> =>
    vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme: 'byok', authority: session.connectionId, path: `/${id}.json` }),
    );

  for (const [index, [label, text]] of Object.entries(hostileTexts).entries()) {
    it(`is data in the API and in the document: ${label}`, async () => {
      const key = session.byok.keys(session.connectionId).find(({ id }) => id === `cck-${index}`);
      assert.ok(key);
      const shown = [key.displayName ?? '', key.validation?.message ?? ''];
      for (const part of shown) {
        assert.doesNotMatch(part, /[\p{Cc}\p{Bidi_Control}\u200b\ufeff\u00ad\ud800\u2028\u2029]/u);
      }
      assert.ok([...new Intl.Segmenter().segment(key.displayName ?? '')].length <= 257);
      const document = (await documentOf(key.id)).getText();
      assert.deepEqual(JSON.parse(document), key.raw);
      assert.equal((JSON.parse(document) as { display_name: string }).display_name, text);
      assert.doesNotMatch(document, /[\p{Bidi_Control}\u200b\ufeff\u00ad\u2028\u009b]/u);
    });
  }

  it('does nothing when its document is shown', async () => {
    const shown = ['a command link', 'a script', 'a bidirectional override'].map(label =>
      labels.indexOf(label),
    );
    for (const index of shown) await vscode.window.showTextDocument(await documentOf(`cck-${index}`));
    const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: open }) => open);
    assert.deepEqual(
      tabs.filter(({ input }) => !(input instanceof vscode.TabInputText && input.uri.scheme === 'byok')),
      [],
    );
  });
});
