import * as vscode from 'vscode';
import { textUri } from '../../documents/textDocuments';
import { explainAccess } from '../../explain';
import { mergeKeyPolicy } from '../../model/access/mergeKeyPolicy';
import type { AwsCloudKey } from '../../model/key';
import { withoutLinks } from '../../plainText';

type Source = vscode.QuickPickItem & { readonly read: () => Promise<string | undefined> };

/**
 * Takes the policy that the key has now, and shows it beside the one with what Confluent lacks added to it. Only shown:
 * whoever may change the key's policy applies it.
 */
export async function mergePolicy({ keyArn, roles }: AwsCloudKey): Promise<void> {
  const source = await vscode.window.showQuickPick(sources(), {
    title: vscode.l10n.t('Add to the Current Key Policy'),
    placeHolder: vscode.l10n.t('Where is the current policy? "aws kms get-key-policy" prints it.'),
  });
  const current = await source?.read();
  if (current === undefined) return;
  const merge = mergeKeyPolicy(current, roles, keyArn);
  if (!merge.ok) {
    const { line, column } = placeIn(current, merge.problem.start);
    const sentence = explainAccess(merge.problem);
    void vscode.window.showErrorMessage(
      vscode.l10n.t(
        'This is not a key policy: line {0}, column {1}. {2}',
        line,
        column,
        withoutLinks(sentence),
      ),
    );
    return;
  }
  const names = { left: vscode.l10n.t('current policy'), right: vscode.l10n.t('with Confluent') };
  await vscode.commands.executeCommand(
    'vscode.diff',
    textUri(`${names.left}.json`, merge.current),
    textUri(`${names.right}.json`, merge.merged),
    `${names.left} ↔ ${names.right}`,
  );
  await tellResult(merge.missing.length, merge.warnings.map(explainAccess), merge.merged);
}

async function tellResult(lacking: number, warnings: readonly string[], merged: string): Promise<void> {
  const copy = vscode.l10n.t('Copy the New Policy');
  const result =
    lacking === 0
      ? vscode.l10n.t('The policy already permits all that Confluent needs.')
      : vscode.l10n.t('The policy lacks {0} permissions; they are added on the right.', lacking);
  const sentences = [result, ...warnings.map(withoutLinks)].join(' ');
  const show = warnings.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const chosen = await (lacking === 0 ? show(sentences) : show(sentences, copy));
  if (chosen === copy) await vscode.env.clipboard.writeText(merged);
}

function sources(): readonly Source[] {
  const editor = vscode.window.activeTextEditor;
  const fromEditor: Source[] = editor
    ? [
        {
          label: `$(file-code) ${vscode.l10n.t('Active Editor')}`,
          description: vscode.workspace.asRelativePath(editor.document.uri),
          read: () => Promise.resolve(editor.document.getText()),
        },
      ]
    : [];
  return [
    {
      label: `$(clippy) ${vscode.l10n.t('Clipboard')}`,
      read: async () => await vscode.env.clipboard.readText(),
    },
    ...fromEditor,
    { label: `$(folder-opened) ${vscode.l10n.t('File…')}`, read: readFile },
  ];
}

async function readFile(): Promise<string | undefined> {
  const [file] = (await vscode.window.showOpenDialog({ filters: { JSON: ['json'] } })) ?? [];
  return file && new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}

function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
