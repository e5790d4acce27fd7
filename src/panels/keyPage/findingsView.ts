import * as vscode from 'vscode';
import type { Finding } from '../../model/findings/finding';
import type { Key } from '../../model/key';
import type { ConnectionFindings } from '../../stores/findings';
import { findingTitle } from '../../words/findingWords';
import { findingView, mutedView } from '../findingView';
import type { FindingView } from '../protocol/finding';
import type { FindingsView } from '../protocol/keyPage';

/** What is found about the key; undefined where that is nothing. */
export function findingsView(
  key: Key,
  { open, muted, broken }: ConnectionFindings,
): FindingsView | undefined {
  const isOf = ({ keyId }: Finding): boolean => keyId === key.id;
  const mine = open.filter(isOf);
  const quiet = muted.filter(isOf);
  const failed = broken.filter(({ subject }) => subject === key.id);
  if (mine.length + quiet.length + failed.length === 0) return undefined;
  return {
    title: vscode.l10n.t('Findings'),
    open: mine.map(finding => besideValidation(findingView(finding, key), finding)),
    muted: {
      title: vscode.l10n.t('Muted ({0})', quiet.length),
      items: quiet.map(finding => besideValidation(mutedView(finding, key), finding)),
    },
    notes: failed.map(({ rule }) =>
      vscode.l10n.t('Whether there is “{0}” could not be found out.', findingTitle(rule)),
    ),
  };
}

/** The likely cause and what helps stand beside the validation already. */
function besideValidation(view: FindingView, { rule }: Finding): FindingView {
  return rule === 'invalid' || rule === 'invalidInUse' ? { ...view, advice: [] } : view;
}
