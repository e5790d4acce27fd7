import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ConfluentByok } from '../../src/exports';

describe('the installed extension', () => {
  it('opens the demo organization and the JSON of a key', async () => {
    const extension = vscode.extensions.getExtension<ConfluentByok>('byok-tools.confluent-byok');
    const byok = await extension?.activate();
    const id = await vscode.commands.executeCommand<string>('byok.exploreDemo');
    const [key, ...others] = byok?.keys(id) ?? [];
    assert.equal(others.length, 17);
    const uri = vscode.Uri.from({ scheme: 'byok', authority: id, path: `/${key?.id ?? ''}.json` });
    assert.deepEqual(JSON.parse((await vscode.workspace.openTextDocument(uri)).getText()), key?.raw);
  });

  it('is made of what runs and nothing else', async () => {
    const extension = vscode.extensions.getExtension('byok-tools.confluent-byok');
    assert.ok(extension);
    const allowed = [
      /^(package\.json|package\.nls\.json|readme\.md|changelog\.md|license(\.txt)?|\.vsixmanifest)$/i,
      /^dist\/(extension|[\w-]+-[A-Z0-9]{8})\.js$/,
      /^dist\/NOTICES\.txt$/,
      /^l10n\/bundle\.l10n(\.[\w-]+)?\.json$/,
      /^media\/(icon\.png|keys\.svg|key\.schema\.json)$/,
      /^media\/walkthrough\/\w+\.svg$/,
    ];
    const files = await filesBelow(extension.extensionUri, '');
    assert.deepEqual(
      files.filter(file => !allowed.some(pattern => pattern.test(file))),
      [],
    );
  });
});

async function filesBelow(root: vscode.Uri, path: string): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(root, path));
  const nested = entries.map(async ([name, type]) => {
    const below = path === '' ? name : `${path}/${name}`;
    return type === vscode.FileType.Directory ? await filesBelow(root, below) : [below];
  });
  return (await Promise.all(nested)).flat();
}
