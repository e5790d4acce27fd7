import * as vscode from 'vscode';
import type { Connection } from '../../connections/connection';
import { explainProblem } from '../../explain';
import type { Quota } from '../../model/cluster';
import type { Key } from '../../model/key';
import type { UploadWarning } from '../../model/uploadWarnings';
import { uploadWarnings } from '../../model/uploadWarnings';
import { regionOf } from '../../model/region';
import { keyLabel, providerName, stateName } from '../../words';
import { pickerText } from '../pickerText';
import type { Step } from '../runFlow';
import { back, cancel } from '../runFlow';
import { fieldWords } from './fieldWords';
import type { IdentifierField, UploadDraft } from './uploadDraft';
import { cloudKeyOf, fieldsOf, readField } from './uploadDraft';
import type { UploadQuestions } from './uploadQuestions';

/** What is known about the organization that gets the key. */
export interface Surroundings {
  readonly connection: Connection;
  readonly keys: readonly Key[];
  readonly quota: Quota | undefined;
}

type ReviewItem = vscode.QuickPickItem & { readonly goes?: Step<UploadDraft> | 'upload' };

/** The last step: everything at a glance, each line a way to change it, and what to think about before it is sent. */
export function reviewStep(
  surroundingsOf: (connectionId: string) => Promise<Surroundings>,
  questions: () => UploadQuestions,
): Step<UploadDraft> {
  return async (draft, place) => {
    const pick = vscode.window.createQuickPick<ReviewItem>();
    const { promise, resolve } = Promise.withResolvers<Awaited<ReturnType<Step<UploadDraft>>>>();
    pick.title = vscode.l10n.t('Upload a Key: Review');
    pick.step = place.number;
    pick.totalSteps = place.number;
    pick.placeholder = vscode.l10n.t('Enter registers the key. Choose a line to change it.');
    pick.ignoreFocusOut = true;
    pick.buttons = place.canGoBack ? [vscode.QuickInputButtons.Back] : [];
    pick.busy = true;
    pick.items = itemsOf(draft, undefined, questions());
    pick.onDidAccept(() => {
      const goes = pick.activeItems[0]?.goes;
      if (goes === 'upload') resolve(undefined);
      else if (goes) resolve(goes);
    });
    pick.onDidTriggerButton(() => resolve(back));
    pick.onDidHide(() => resolve(cancel));
    pick.show();
    void surroundingsOf(draft.connectionId ?? '').then(surroundings => {
      pick.items = itemsOf(draft, surroundings, questions());
      pick.busy = false;
    });
    return await promise.finally(() => pick.dispose());
  };
}

function itemsOf(
  draft: UploadDraft,
  surroundings: Surroundings | undefined,
  questions: UploadQuestions,
): readonly ReviewItem[] {
  const { provider, displayName } = draft;
  const fields: readonly IdentifierField[] = provider === undefined ? [] : fieldsOf[provider];
  const warnings = surroundings ? warningItems(draft, surroundings) : [];
  const answers = fields.map((field): ReviewItem => {
    const read = readField(draft, field, draft.fields[field] ?? '');
    const { name } = fieldWords(provider ?? 'AWS', field);
    const notes = read.ok ? read.warnings.map(explainProblem).join(' ') : explainProblem(read.problem);
    return {
      label: name,
      description: pickerText(read.ok ? read.value.text : (draft.fields[field] ?? '')),
      ...(notes === '' ? {} : { detail: `$(warning) ${pickerText(notes)}` }),
      goes: questions.field(field),
    };
  });
  return [
    {
      label: `$(cloud-upload) ${vscode.l10n.t('Register the Key')}`,
      description: pickerText(surroundings?.connection.label ?? ''),
      detail: vscode.l10n.t('Nothing in your cloud changes. What to grant is shown next.'),
      goes: 'upload',
    },
    ...warnings,
    { label: vscode.l10n.t('What is registered'), kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('Cloud'),
      description: providerName(provider ?? ''),
      goes: questions.provider,
    },
    ...answers,
    {
      label: vscode.l10n.t('Name'),
      description:
        displayName === undefined || displayName === '' ? vscode.l10n.t('none') : pickerText(displayName),
      goes: questions.displayName,
    },
  ];
}

function warningItems(draft: UploadDraft, { keys, quota }: Surroundings): readonly ReviewItem[] {
  const newKey = cloudKeyOf(draft);
  if (!newKey) return [];
  const cloudKey =
    newKey.kind === 'AwsKey'
      ? { ...newKey, roles: [] }
      : newKey.kind === 'AzureKey'
        ? { ...newKey, applicationId: undefined }
        : { ...newKey, securityGroup: undefined };
  const region = regionOf({ cloudKey, validation: undefined });
  const warnings = uploadWarnings({ cloudKey, region }, keys, quota);
  if (warnings.length === 0) return [];
  return [
    { label: vscode.l10n.t('Before you go on'), kind: vscode.QuickPickItemKind.Separator },
    ...warnings.map(warningItem),
  ];
}

function warningItem(warning: UploadWarning): ReviewItem {
  switch (warning.kind) {
    case 'alreadyRegistered': {
      const known = warning.keys
        .map(key => `${keyLabel(key)} (${key.id}, ${stateName(key.state)})`)
        .join(', ');
      return {
        label: `$(warning) ${vscode.l10n.t('This key is registered already')}`,
        detail: pickerText(
          vscode.l10n.t('As {0}. A second registration is another id for the same key.', known),
        ),
      };
    }
    case 'quotaFull':
      return {
        label: `$(error) ${vscode.l10n.t('The quota is used up: {0} of {1} keys', warning.used, warning.limit)}`,
        detail: vscode.l10n.t(
          'Confluent Cloud will most likely refuse. Delete a key that is not used first.',
        ),
      };
    case 'quotaNear':
      return {
        label: `$(info) ${vscode.l10n.t('{0} of {1} keys are registered', warning.used, warning.limit)}`,
        detail: vscode.l10n.t('The quota can be raised by Confluent Support.'),
      };
    case 'newRegion':
      return {
        label: `$(info) ${vscode.l10n.t('No other key of this organization is in {0}', pickerText(warning.region))}`,
        detail: vscode.l10n.t('A key only serves clusters of its own region.'),
      };
  }
}
