import * as vscode from 'vscode';
import type { AwsGrant } from '../../model/access/aws';
import { mergeKeyPolicy } from '../../model/access/mergeKeyPolicy';
import { explainAccess } from '../../words/explain';
import type { ChoiceItem } from '../inputs';
import { askChoice } from '../inputs';
import { pickerText } from '../pickerText';
import type { StepPlace } from '../runFlow';
import { back, cancel } from '../runFlow';
import type { PolicyText } from './policyFile';
import { readPolicyFile } from './policyFile';

/** Undefined where the user left. */
type Source = () => Promise<PolicyText | undefined>;
type SourceItem = ChoiceItem<Source>;

/** AWS allows 32 KB; what is longer is no key policy. In UTF-16 units. */
const longest = 262_144;

/** Asks where the policy is that the key has now, until there is one. A text that is none stays, with what is wrong. */
export async function askPolicy(
  title: string,
  place: StepPlace,
  { roles, keyArn }: AwsGrant,
): Promise<string | typeof back | typeof cancel> {
  const problemIn = (text: string): string | undefined => {
    const merge = mergeKeyPolicy(text, roles, keyArn?.text);
    if (merge.ok) return undefined;
    const { line, column } = placeIn(text, merge.problem.start);
    return vscode.l10n.t('Line {0}, column {1}: {2}', line, column, explainAccess(merge.problem));
  };
  let items = policySources();
  let current: Source | undefined;
  for (;;) {
    const source = await askChoice<Source>({
      title,
      place,
      totalSteps: place.number,
      placeholder: vscode.l10n.t('Where is the current policy? It can be pasted here, too.'),
      items,
      ...(current && { current }),
      itemsFor: typed => (/^\s*[{[]/.test(typed) ? [pastedItem(typed, problemIn(typed))] : undefined),
    });
    if (source === back || source === cancel) return source;
    const found = await source();
    const problem = found && ('text' in found ? problemIn(found.text) : found.problem);
    if (found && 'text' in found && problem === undefined) return found.text;
    current = source;
    items = items.map(item =>
      item.value === source && problem !== undefined ? { ...item, detail: faulty(problem) } : item,
    );
  }
}

function pastedItem(text: string, problem: string | undefined): SourceItem {
  const item = { label: vscode.l10n.t('What Was Pasted'), alwaysShow: true };
  return problem === undefined
    ? { ...item, detail: vscode.l10n.t('A key policy'), value: () => Promise.resolve({ text }) }
    : { ...item, detail: faulty(problem) };
}

function faulty(problem: string): string {
  return `$(error) ${pickerText(problem)}`;
}

/** Where a policy may be: the clipboard, the active editor, the documents that look like one, a file. */
export function policySources(): readonly SourceItem[] {
  const active = vscode.window.activeTextEditor?.document;
  const others = vscode.workspace.textDocuments.filter(
    document => document !== active && mayBePolicy(document),
  );
  const documents = active ? [active, ...others] : others;
  return [
    {
      label: `$(clippy) ${vscode.l10n.t('Clipboard')}`,
      detail: vscode.l10n.t('What "aws kms get-key-policy" prints, copied'),
      value: async () => ({ text: await vscode.env.clipboard.readText() }),
    },
    ...documents.map((document): SourceItem => {
      const path = vscode.workspace.asRelativePath(document.uri);
      return {
        label: `$(file-code) ${pickerText(path.split('/').at(-1) ?? path)}`,
        description: document === active ? vscode.l10n.t('active editor') : '',
        detail: pickerText(path),
        value: () => Promise.resolve({ text: document.getText() }),
      };
    }),
    { label: `$(folder-opened) ${vscode.l10n.t('File…')}`, detail: 'JSON', value: chooseFile },
  ];
}

function mayBePolicy(document: vscode.TextDocument): boolean {
  if (!['file', 'untitled', 'vscode-remote'].includes(document.uri.scheme)) return false;
  const text = document.getText();
  return text.length <= longest && text.includes('"Statement"');
}

async function chooseFile(): Promise<PolicyText | undefined> {
  const [file] = (await vscode.window.showOpenDialog({ filters: { JSON: ['json'] } })) ?? [];
  return file && (await readPolicyFile(file));
}

function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
