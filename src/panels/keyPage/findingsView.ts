import * as vscode from 'vscode';
import { findingTitle, findingWords, severityName } from '../../findingWords';
import type { ConnectionFindings, MutedFinding } from '../../findings';
import type { Finding, Severity } from '../../model/findings/finding';
import type { Key } from '../../model/key';
import { ago } from '../../words';
import type { FindingView, FindingsView, Tone } from '../protocol/keyPage';

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
    open: mine.map(finding => findingView(finding, key)),
    muted: {
      title: vscode.l10n.t('Muted ({0})', quiet.length),
      items: quiet.map(finding => ({ ...findingView(finding, key), muted: mutedText(finding) })),
    },
    notes: failed.map(({ rule }) =>
      vscode.l10n.t('Whether there is “{0}” could not be found out.', findingTitle(rule)),
    ),
  };
}

function findingView(finding: Finding, key: Key): FindingView {
  const { title, evidence, why, advice } = findingWords(finding, key);
  const { id, severity, rule } = finding;
  // The likely cause and what helps stand beside the validation already.
  const isSaid = rule === 'invalid' || rule === 'invalidInUse';
  return {
    id,
    tone: tones[severity],
    severity: severityName(severity),
    title,
    evidence,
    why,
    advice: isSaid ? [] : advice,
  };
}

const tones: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warning', info: 'plain' };

function mutedText({ mute }: MutedFinding): string {
  return mute.reason === ''
    ? vscode.l10n.t('Muted {0}.', ago(mute.at))
    : vscode.l10n.t('Muted {0}: {1}', ago(mute.at), mute.reason);
}
