import * as vscode from 'vscode';
import { grantWords, shapesOf } from '../../grants/grantWords';
import { terminalLines } from '../../grants/terminalLines';
import type { GrantShape } from '../../model/access/grant';
import { grantNotes, grantText } from '../../model/access/grantText';
import type { Key } from '../../model/key';
import { explainAccess } from '../../words/explain';
import { providerName } from '../../words/words';
import type { GrantFormView, GrantTab, GrantView } from '../protocol/keyPage';

/** What the key needs in its cloud, in the forms that there are for that. */
export function grantView(key: Key): GrantView | undefined {
  const { cloudKey } = key;
  if (cloudKey.kind === 'unknown') return undefined;
  return {
    title: vscode.l10n.t('Access That the Key Must Grant'),
    lead: vscode.l10n.t(
      'Apply one of these in {0}. Confluent notices by itself.',
      providerName(key.provider),
    ),
    notes: grantNotes(cloudKey).map(note => explainAccess({ code: note, args: [] })),
    forms: shapesOf(cloudKey.kind).map(shape => formView(key, shape)),
  };
}

/** The text of a grant as it is copied; undefined where there is none. */
export function copiedGrant({ cloudKey, id }: Key, { form, gcpRoles }: GrantShape): string | undefined {
  const grant = grantText(cloudKey, form, { registeredId: id, ...(gcpRoles && { gcpRoles }) });
  return 'text' in grant ? grant.text : undefined;
}

export function shapeOf(tab: GrantTab): GrantShape {
  switch (tab) {
    case 'predefinedCommands':
      return { form: 'commands', gcpRoles: 'predefined' };
    case 'predefinedPowershell':
      return { form: 'powershell', gcpRoles: 'predefined' };
    default:
      return { form: tab };
  }
}

function tabOf({ form, gcpRoles }: GrantShape): GrantTab {
  if (gcpRoles !== 'predefined') return form;
  return form === 'powershell' ? 'predefinedPowershell' : 'predefinedCommands';
}

function formView(key: Key, shape: GrantShape): GrantFormView {
  const { label, detail } = grantWords(shape, key.cloudKey.kind);
  const named = { tab: tabOf(shape), title: label, detail };
  const { form, gcpRoles } = shape;
  const grant = grantText(key.cloudKey, form, { registeredId: key.id, ...(gcpRoles && { gcpRoles }) });
  if ('unavailable' in grant) {
    return { ...named, unavailable: explainAccess({ code: grant.unavailable, args: [] }) };
  }
  const lines = terminalLines(key, shape);
  const reasons = new Set(lines.map(({ reason }) => reason).filter(reason => reason !== undefined));
  return {
    ...named,
    text: grant.text,
    lines: lines.map(({ label: name, line }) => ({ label: name, isUsable: line !== undefined })),
    notes: [...reasons],
  };
}
