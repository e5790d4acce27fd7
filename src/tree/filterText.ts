import * as vscode from 'vscode';
import type { KeyFilter } from '../model/filter';
import { phaseName, providerName, stateName } from '../words';

/** What a filter asks for, in one line. */
export function filterText({ text, providers, states, phases, regions }: KeyFilter): string {
  return [
    text.trim() === '' ? '' : vscode.l10n.t('"{0}"', text.trim()),
    providers.map(providerName).join(', '),
    states.map(stateName).join(', '),
    phases.map(phaseName).join(', '),
    regions.join(', '),
  ]
    .filter(part => part !== '')
    .join(' · ');
}
