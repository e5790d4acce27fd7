import * as vscode from 'vscode';
import type { Connection } from '../../connections/connection';
import type { Quota } from '../../model/cluster';
import type { ProblemCode } from '../../model/identifiers/messages';
import type { Problem } from '../../model/identifiers/problem';
import type { OrganizationKeys, UploadWarning } from '../../model/uploadWarnings';
import { uploadWarnings } from '../../model/uploadWarnings';
import { explainProblem } from '../../words/explain';
import { failureOf } from '../../words/failure';
import { keyLabel, stateName } from '../../words/words';
import { labelAndDetail, pickerText } from '../pickerText';
import { asCloudKey } from './registerKey';
import type { UploadDraft } from './uploadDraft';
import { cloudKeyOf, fieldsOf, readField } from './uploadDraft';

/** What only concerns how an identifier was typed: the review shows what became of it. */
const ofTyping: readonly ProblemCode[] = [
  'spaceAround',
  'quotesAround',
  'azurePortStripped',
  'vaultPortalPage',
  'vaultSlashAdded',
  'vaultPageStripped',
  'guidBraces',
  'gcpPrefixStripped',
  'gcpSlashStripped',
];

/** What is known about the organization that gets the key, and about the others. */
export interface Surroundings {
  readonly connection: Connection;
  readonly keys: OrganizationKeys['keys'];
  /** Why the keys are not the current ones; undefined when they are. */
  readonly failure: unknown;
  readonly others: readonly OrganizationKeys[];
  readonly quota: Quota | undefined;
}

/** What to think about before the key is sent, one line each. */
export function warningItems(
  draft: UploadDraft,
  { connection: { label }, keys, failure, others, quota }: Surroundings,
): readonly vscode.QuickPickItem[] {
  const newKey = cloudKeyOf(draft);
  if (!newKey) return [];
  const warnings = uploadWarnings(asCloudKey(newKey), { label, keys }, others, quota);
  const items = [
    ...(failure === undefined ? [] : [unseenItem(failure)]),
    ...warnings.map(warningItem),
    ...notesOf(draft).map(noteItem),
  ];
  return items.toSorted((a, b) => rank(a) - rank(b));
}

/** What matters most comes first. */
function rank({ label }: vscode.QuickPickItem): number {
  return ['$(error)', '$(warning)', '$(info)'].findIndex(icon => label.startsWith(icon));
}

function notesOf(draft: UploadDraft): readonly Problem[] {
  const fields = draft.provider === undefined ? [] : fieldsOf[draft.provider];
  return fields
    .map(field => readField(draft, field))
    .flatMap(read => (read.ok ? read.warnings : []))
    .filter(({ code }) => !ofTyping.includes(code));
}

function noteItem(note: Problem): vscode.QuickPickItem {
  const icon = note.code === 'azureVersionStripped' || note.code === 'gcpVersion' ? 'info' : 'warning';
  const words = labelAndDetail(explainProblem(note));
  return { ...words, label: `$(${icon}) ${words.label}` };
}

function unseenItem(failure: unknown): vscode.QuickPickItem {
  return {
    label: `$(warning) ${vscode.l10n.t('The keys of the organization could not be fetched')}`,
    detail: vscode.l10n.t(
      'Whether this one is registered already is not known. {0}',
      failureOf(failure).reason,
    ),
  };
}

function warningItem(warning: UploadWarning): vscode.QuickPickItem {
  switch (warning.kind) {
    case 'alreadyRegistered': {
      const { key, organization } = warning;
      const known = vscode.l10n.t('Registered already: {0}', keyLabel(key));
      return {
        label: `$(warning) ${pickerText(known)}`,
        description: pickerText([key.id, stateName(key.state), organization].join(' · ')),
        detail: vscode.l10n.t('A second registration is another id for the same key.'),
      };
    }
    case 'quotaFull':
      return {
        label: `$(error) ${vscode.l10n.t('The quota is used up: {0} of {1} keys', warning.used, warning.limit)}`,
        detail: vscode.l10n.t('Confluent Cloud will most likely refuse. Delete an unused key first.'),
      };
    case 'quotaNear':
      return {
        label: `$(info) ${vscode.l10n.t('The quota is nearly used up: {0} of {1} keys', warning.used, warning.limit)}`,
        detail: vscode.l10n.t('Confluent Support can raise it.'),
      };
    case 'newRegion': {
      const { region, regions } = warning;
      const others =
        regions.length === 0
          ? vscode.l10n.t('It is the first in this cloud.')
          : vscode.l10n.t('They are in {0}.', regions.join(', '));
      return {
        label: `$(info) ${pickerText(vscode.l10n.t('No other key of this organization is in {0}', region))}`,
        detail: pickerText(`${others} ${vscode.l10n.t('A key serves clusters of its own region alone.')}`),
      };
    }
  }
}
