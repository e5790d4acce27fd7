import * as vscode from 'vscode';
import { explainProblem } from '../../words/explain';
import { providerName } from '../../words/words';
import { pickerText } from '../pickerText';
import type { Step } from '../runFlow';
import { back, cancel } from '../runFlow';
import { fieldWords } from './fieldWords';
import type { Surroundings } from './reviewWarnings';
import { warningItems } from './reviewWarnings';
import type { IdentifierField, UploadDraft } from './uploadDraft';
import { fieldsOf, firstOpenField, readField } from './uploadDraft';
import type { UploadQuestions } from './uploadQuestions';

type ReviewItem = vscode.QuickPickItem & { readonly goes?: Step<UploadDraft> | 'upload' };

/**
 * The last step: everything at a glance, each line a way to change it, and what to think about before it is sent.
 * Nothing can be sent before that is known.
 */
export function reviewStep(
  surroundingsOf: (connectionId: string) => Promise<Surroundings>,
  questions: () => UploadQuestions,
): Step<UploadDraft> {
  return async (draft, place) => {
    const pick = vscode.window.createQuickPick<ReviewItem>();
    const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<Step<UploadDraft>>>>();
    pick.title = vscode.l10n.t('Upload a Key: Review');
    if (place.canGoBack) {
      pick.step = place.number;
      pick.totalSteps = place.number;
      pick.buttons = [vscode.QuickInputButtons.Back];
    }
    pick.placeholder = vscode.l10n.t('Enter on the first line registers the key; on another, changes it');
    pick.ignoreFocusOut = true;
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
    surroundingsOf(draft.connectionId ?? '').then(surroundings => {
      const [active] = pick.activeItems;
      pick.items = itemsOf(draft, surroundings, questions());
      // Other items would put the user, who may be on a way to another line, on the first.
      const same = pick.items.find(({ goes }) => goes !== undefined && goes === active?.goes);
      if (same) pick.activeItems = [same];
      pick.busy = false;
    }, reject);
    return await promise.finally(() => pick.dispose());
  };
}

function itemsOf(
  draft: UploadDraft,
  surroundings: Surroundings | undefined,
  questions: UploadQuestions,
): readonly ReviewItem[] {
  const warnings = surroundings ? warningItems(draft, surroundings) : [];
  const { provider, displayName } = draft;
  const fields: readonly IdentifierField[] = provider === undefined ? [] : fieldsOf[provider];
  return [
    uploadItem(draft, surroundings, questions),
    ...(warnings.length === 0 ? [] : [separator(vscode.l10n.t('Before you go on')), ...warnings]),
    separator(vscode.l10n.t('What is registered')),
    ...(questions.hasChoice ? [organizationItem(surroundings, questions)] : []),
    {
      label: vscode.l10n.t('Cloud'),
      description: providerName(provider ?? ''),
      goes: questions.provider,
    },
    ...fields.map(field => fieldItem(draft, field, questions)),
    {
      label: vscode.l10n.t('Name'),
      description:
        displayName === undefined || displayName === '' ? vscode.l10n.t('none') : pickerText(displayName),
      goes: questions.displayName,
    },
  ];
}

function uploadItem(
  draft: UploadDraft,
  surroundings: Surroundings | undefined,
  questions: UploadQuestions,
): ReviewItem {
  const open = firstOpenField(draft);
  if (open !== undefined) {
    return {
      label: `$(error) ${vscode.l10n.t('Correct First: {0}', fieldWords(open).name)}`,
      goes: questions.field(open),
    };
  }
  if (!surroundings) {
    return { label: `$(loading~spin) ${vscode.l10n.t('Looking at the keys and the quota…')}` };
  }
  return {
    label: `$(cloud-upload) ${vscode.l10n.t('Register the Key')}`,
    description: pickerText(surroundings.connection.label),
    detail: vscode.l10n.t('Nothing in your cloud changes. What to grant there is shown next.'),
    goes: 'upload',
  };
}

function organizationItem(surroundings: Surroundings | undefined, questions: UploadQuestions): ReviewItem {
  return {
    label: vscode.l10n.t('Organization'),
    description: pickerText(surroundings?.connection.label ?? ''),
    goes: questions.connection,
  };
}

function fieldItem(draft: UploadDraft, field: IdentifierField, questions: UploadQuestions): ReviewItem {
  const read = readField(draft, field);
  const { name } = fieldWords(field);
  const goes = questions.field(field);
  if (read.ok) return { label: name, detail: pickerText(read.value.text), goes };
  return { label: `$(error) ${name}`, detail: pickerText(explainProblem(read.problem)), goes };
}

function separator(label: string): ReviewItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
