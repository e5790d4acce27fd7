import * as vscode from 'vscode';
import type { Finding, Severity } from '../model/findings/finding';
import type { Key } from '../model/key';
import type { MutedFinding } from '../stores/findings';
import { findingWords, severityName } from '../words/findingWords';
import { ago } from '../words/words';
import { boundedText } from './boundedText';
import type { FindingView } from './protocol/finding';
import type { Tone } from './protocol/page';

export const severityTones: Readonly<Record<Severity, Tone>> = {
  error: 'bad',
  warning: 'warning',
  info: 'plain',
};

/** `key` is the one that the finding is about, where there is one. */
export function findingView(finding: Finding, key: Key | undefined): FindingView {
  const { id, severity } = finding;
  const words = findingWords(finding, key);
  return {
    id,
    tone: severityTones[severity],
    severity: severityName(severity),
    ...words,
    evidence: words.evidence.map(boundedText),
  };
}

export function mutedView(finding: MutedFinding, key: Key | undefined): FindingView {
  const { reason, at } = finding.mute;
  const muted =
    reason === '' ? vscode.l10n.t('Muted {0}.', ago(at)) : vscode.l10n.t('Muted {0}: {1}', ago(at), reason);
  return { ...findingView(finding, key), muted };
}
