import * as vscode from 'vscode';
import { explainAccess } from '../../explain';
import type { GrantForm } from '../../model/access/grant';
import { grantNotes, grantText } from '../../model/access/grantText';
import { singleLine } from '../../model/access/singleLine';
import type { Key } from '../../model/key';
import { withoutLinks } from '../../plainText';
import { keyLabel, providerName } from '../../words';
import { pickerText } from '../pickerText';

/** What the user wants to do with a grant. */
export type GrantChoice =
  | { readonly does: 'open' | 'copy'; readonly form: GrantForm }
  | { readonly does: 'type'; readonly line: string }
  | { readonly does: 'merge' | 'refresh' };

type GrantItem = vscode.QuickPickItem & { readonly choice?: GrantChoice; readonly line?: string };

const copyButton = (): vscode.QuickInputButton => {
  return { iconPath: new vscode.ThemeIcon('copy'), tooltip: vscode.l10n.t('Copy') };
};

/** Shows what a key's grant can be had as. Undefined when the user left. */
export async function grantMenu(key: Key): Promise<GrantChoice | undefined> {
  const pick = vscode.window.createQuickPick<GrantItem>();
  const { promise, resolve } = Promise.withResolvers<GrantChoice | undefined>();
  pick.title = vscode.l10n.t('Grant Confluent Access: {0}', withoutLinks(pickerText(keyLabel(key))));
  pick.placeholder = vscode.l10n.t(
    'Apply one of these in {0}; Confluent notices by itself',
    providerName(key.provider),
  );
  pick.matchOnDetail = true;
  pick.items = [...items(key), ...notes(key)];
  pick.onDidAccept(() => {
    const choice = pick.activeItems[0]?.choice;
    if (choice) resolve(choice);
  });
  pick.onDidTriggerItemButton(({ item: { choice, line }, button }) => {
    if (button.tooltip !== copyButton().tooltip && line !== undefined) resolve({ does: 'type', line });
    else if (choice && 'form' in choice) resolve({ does: 'copy', form: choice.form });
  });
  pick.onDidHide(() => resolve(undefined));
  pick.show();
  return await promise.finally(() => pick.dispose());
}

function items(key: Key): readonly GrantItem[] {
  const isAws = key.cloudKey.kind === 'AwsKey';
  const forms: readonly GrantForm[] = isAws
    ? ['policy', 'statements', 'commands', 'powershell', 'terraform']
    : ['commands', 'powershell', 'terraform'];
  const merge: GrantItem = {
    label: vscode.l10n.t('Add to the Current Key Policy…'),
    detail: vscode.l10n.t('Shows what the policy lacks, side by side. Nothing is removed.'),
    choice: { does: 'merge' },
  };
  const isMissing = 'unavailable' in grantText(key.cloudKey, 'commands');
  const refresh: GrantItem = {
    label: `$(refresh) ${vscode.l10n.t('Refresh')}`,
    detail: vscode.l10n.t('Asks Confluent Cloud again what it has assigned.'),
    choice: { does: 'refresh' },
  };
  return [...(isMissing ? [refresh] : isAws ? [merge] : []), ...forms.map(form => formItem(key, form))];
}

function formItem(key: Key, form: GrantForm): GrantItem {
  const grant = grantText(key.cloudKey, form, { registeredId: key.id });
  const { label, detail } = words(form, key);
  if ('unavailable' in grant) {
    return { label, detail: `$(circle-slash) ${explainAccess({ code: grant.unavailable, args: [] })}` };
  }
  const shell = form === 'commands' ? 'posix' : form === 'powershell' ? 'powershell' : undefined;
  const single = shell && singleLine(key.cloudKey, shell);
  const line = single && 'line' in single ? single.line : undefined;
  const terminal = {
    iconPath: new vscode.ThemeIcon('terminal'),
    tooltip: vscode.l10n.t('Type into a Terminal, Without Enter'),
  };
  return {
    label,
    detail,
    choice: { does: 'open', form },
    buttons: line === undefined ? [copyButton()] : [copyButton(), terminal],
    ...(line === undefined ? {} : { line }),
  };
}

function words(form: GrantForm, { cloudKey }: Key): { readonly label: string; readonly detail: string } {
  switch (form) {
    case 'policy':
      return {
        label: vscode.l10n.t('Key Policy'),
        detail: vscode.l10n.t('A whole policy for a new key: the account itself, and the roles of Confluent'),
      };
    case 'statements':
      return {
        label: vscode.l10n.t('Policy Statements'),
        detail: vscode.l10n.t('The two statements to add to the list "Statement" of the key policy'),
      };
    case 'commands':
      return {
        label: vscode.l10n.t('Commands'),
        detail: vscode.l10n.t('{0} for a POSIX shell', tool(cloudKey.kind)),
      };
    case 'powershell':
      return {
        label: vscode.l10n.t('PowerShell'),
        detail: vscode.l10n.t('{0} for PowerShell', tool(cloudKey.kind)),
      };
    case 'terraform':
      return {
        label: 'Terraform',
        detail: vscode.l10n.t('The registration, the grant, and an import block, in the order that works'),
      };
  }
}

function tool(kind: Key['cloudKey']['kind']): string {
  return { AwsKey: 'AWS CLI', AzureKey: 'Azure CLI', GcpKey: 'gcloud', unknown: '' }[kind];
}

function notes({ cloudKey }: Key): readonly GrantItem[] {
  const codes = grantNotes(cloudKey);
  if (codes.length === 0) return [];
  return [
    { label: vscode.l10n.t('Good to know'), kind: vscode.QuickPickItemKind.Separator },
    ...codes.map(code => ({ label: '$(info)', description: explainAccess({ code, args: [] }) })),
  ];
}
