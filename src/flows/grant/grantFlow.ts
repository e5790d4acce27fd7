import * as vscode from 'vscode';
import { grantWords, shapesOf } from '../../grants/grantWords';
import type { GrantShape, Unavailable } from '../../model/access/grant';
import { grantNotes, grantOf, grantText } from '../../model/access/grantText';
import type { Key } from '../../model/key';
import { explainAccess } from '../../words/explain';
import { withoutLinks } from '../../words/plainText';
import { keyLabel, providerName } from '../../words/words';
import type { ChoiceItem } from '../inputs';
import { askChoice } from '../inputs';
import { labelAndDetail, pickerText } from '../pickerText';
import type { Step } from '../runFlow';
import { back, cancel, runFlow } from '../runFlow';
import type { GrantChoice } from './grantChoice';
import { grantUses } from './grantUses';
import { askPolicy } from './policySources';

interface Draft {
  form: GrantShape | 'merge' | 'refresh' | undefined;
  choice: GrantChoice | undefined;
}

/** Asks what a key's grant is wanted as, and what to do with it. Undefined when the user left. */
export async function grantFlow(key: Key): Promise<GrantChoice | undefined> {
  const name = withoutLinks(pickerText(keyLabel(key)));
  const title = vscode.l10n.t('Grant Confluent Access: {0}', name);

  const form: Step<Draft> = async (draft, place) => {
    const chosen = await askChoice<NonNullable<Draft['form']>>({
      title,
      place,
      totalSteps: 2,
      placeholder: vscode.l10n.t(
        'Apply one of these in {0}; Confluent notices by itself',
        providerName(key.provider),
      ),
      items: [...formItems(key), ...notes(key)],
      ...(draft.form && { current: draft.form }),
    });
    if (chosen === back || chosen === cancel) return chosen;
    draft.form = chosen;
    if (chosen === 'merge') return policy;
    if (chosen !== 'refresh') return use;
    draft.choice = { does: 'refresh' };
    return undefined;
  };

  const use: Step<Draft> = async (draft, place) => {
    if (typeof draft.form !== 'object') return form;
    const { label, detail } = grantWords(draft.form, key.cloudKey.kind);
    const chosen = await askChoice<GrantChoice>({
      title: vscode.l10n.t('{0} for {1}', label, name),
      place,
      totalSteps: 2,
      placeholder: detail,
      items: grantUses(key, draft.form),
    });
    if (chosen === back || chosen === cancel) return chosen;
    draft.choice = chosen;
    return undefined;
  };

  const policy: Step<Draft> = async (draft, place) => {
    const grant = grantOf(key.cloudKey);
    if (!('roles' in grant) || grant.kind !== 'AwsGrant') return form;
    const text = await askPolicy(title, place, grant);
    if (text === back || text === cancel) return text;
    draft.choice = { does: 'merge', policy: text };
    return undefined;
  };

  const draft = await runFlow<Draft>(form, { form: undefined, choice: undefined });
  return draft?.choice;
}

function formItems({ id, cloudKey }: Key): readonly ChoiceItem<NonNullable<Draft['form']>>[] {
  const statements = grantText(cloudKey, 'statements');
  const merge: ChoiceItem<'merge'> = {
    label: vscode.l10n.t('Add to the Current Key Policy…'),
    ...('unavailable' in statements
      ? { detail: unavailable(statements) }
      : {
          detail: vscode.l10n.t('Shows what the policy lacks, side by side. Nothing is removed.'),
          value: 'merge',
        }),
  };
  const refresh: ChoiceItem<'refresh'> = {
    label: `$(refresh) ${vscode.l10n.t('Refresh')}`,
    detail: vscode.l10n.t('Asks Confluent Cloud again what it has assigned'),
    value: 'refresh',
  };
  const shapes = shapesOf(cloudKey.kind).map(shape => ({
    shape,
    grant: grantText(cloudKey, shape.form, { registeredId: id }),
  }));
  const isMissing = shapes.some(
    ({ grant }) => 'unavailable' in grant && grant.unavailable.endsWith('Missing'),
  );
  return [
    ...(isMissing ? [refresh] : cloudKey.kind === 'AwsKey' ? [merge] : []),
    ...shapes.map(({ shape, grant }) => {
      const words = grantWords(shape, cloudKey.kind);
      return 'unavailable' in grant ? { ...words, detail: unavailable(grant) } : { ...words, value: shape };
    }),
  ];
}

function unavailable({ unavailable: code }: Unavailable): string {
  return `$(circle-slash) ${explainAccess({ code, args: [] })}`;
}

function notes({ cloudKey }: Key): readonly ChoiceItem<never>[] {
  const codes = grantNotes(cloudKey);
  if (codes.length === 0) return [];
  return [
    { label: vscode.l10n.t('Good to know'), kind: vscode.QuickPickItemKind.Separator },
    ...codes.map(code => {
      const words = labelAndDetail(explainAccess({ code, args: [] }));
      return { ...words, label: `$(info) ${words.label}` };
    }),
  ];
}
