import * as vscode from 'vscode';
import { number } from '../../words/words';
import type { Look, OverviewList } from '../protocol/overview';
import { moreAtOnce } from '../protocol/overview';

/** How many of each list are shown at first: about what fits a screen, and is drawn at once. */
const atFirst: Readonly<Record<OverviewList, number>> = {
  providers: 6,
  states: 6,
  phases: 6,
  regions: 6,
  ages: 6,
  findings: 20,
  muted: 20,
  usedKeys: 20,
};

/** The beginning of a list, as far as the user wants to see it, and what the button says that shows more. */
export function bounded<T>(
  items: readonly T[],
  list: OverviewList,
  look: Look,
): { readonly items: readonly T[]; readonly more?: string } {
  const extra = look.more.find(each => each.list === list)?.count ?? 0;
  const shown = items.slice(0, atFirst[list] + extra);
  const left = items.length - shown.length;
  if (left === 0) return { items: shown };
  const more =
    left > moreAtOnce
      ? vscode.l10n.t('Show {0} more of {1}', number(moreAtOnce), number(left))
      : vscode.l10n.t('Show {0} more', number(left));
  return { items: shown, more };
}

/** The first of them by name, and how many more there are. */
export function named<T>(items: readonly T[], most: number, nameOf: (item: T) => string): readonly string[] {
  const names = items.slice(0, most).map(nameOf);
  const rest = items.length - names.length;
  return rest > 0 ? [...names, vscode.l10n.t('… and {0} more', number(rest))] : names;
}
