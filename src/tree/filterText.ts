import * as vscode from 'vscode';
import type { KeyFilter } from '../model/filter';
import { filterDimensions } from '../model/filter';
import { filterValueName } from '../words/words';

/** What a filter asks for, in one line. */
export function filterText(filter: KeyFilter): string {
  const text = filter.text.trim();
  return [
    text === '' ? '' : vscode.l10n.t('"{0}"', text),
    ...filterDimensions.map(dimension =>
      filter[dimension].map(value => filterValueName(dimension, value)).join(', '),
    ),
  ]
    .filter(part => part !== '')
    .join(' · ');
}
