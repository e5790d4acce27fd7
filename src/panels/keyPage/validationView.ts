import * as vscode from 'vscode';
import type { Key } from '../../model/key';
import type { Sighting } from '../../model/timeline';
import { validationAdvice } from '../../model/validationAdvice';
import { explainAdvice } from '../../words/explain';
import { phaseName, stateName } from '../../words/words';
import type { KeyView, ValidationView } from '../protocol/keyPage';
import type { Tone } from '../protocol/page';
import { copied, plain, time, when } from './facts';

/** The phase of the validation, and the state, in a word each. */
export function statusOf({ state, validation }: Key): KeyView['status'] {
  const phase = validation?.phase;
  return [
    ...(phase === undefined ? [] : [{ tone: toneOf(phase), text: phaseName(phase) }]),
    { tone: 'plain', text: stateName(state) },
  ];
}

/** Whether Confluent can use the key, since when, and if it cannot why that may be and what helps. */
export function validationView(key: Key, timeline: readonly Sighting[]): ValidationView {
  const { validation, provider } = key;
  const phase = validation?.phase;
  const advice = phase === 'INVALID' ? validationAdvice(provider, validation?.message) : undefined;
  return {
    title: vscode.l10n.t('State'),
    facts: [
      plain(
        vscode.l10n.t('Validation'),
        phase === undefined ? vscode.l10n.t('not told by the service') : phaseName(phase),
        phaseSentence(phase),
      ),
      ...(validation ? [time('since', vscode.l10n.t('Since'), validation.since)] : []),
      ...(validation?.message === undefined
        ? []
        : [copied('message', vscode.l10n.t('Confluent says'), validation.message)]),
      plain(vscode.l10n.t('State'), stateName(key.state), stateSentence(key.state)),
    ],
    ...(advice && {
      cause: { title: vscode.l10n.t('Likely cause'), text: explainAdvice(advice.cause) },
      fixes: { title: vscode.l10n.t('What helps'), items: advice.fixes.map(explainAdvice) },
    }),
    ...(timeline.length > 1 && {
      timeline: {
        title: vscode.l10n.t('Seen here'),
        entries: [...timeline].reverse().map(sighting => ({
          tone: toneOf(sighting.phase),
          what: [
            ...(sighting.phase === undefined ? [] : [phaseName(sighting.phase)]),
            stateName(sighting.state),
          ].join(' · '),
          when: when(sighting.at),
          ...(sighting.message === undefined ? {} : { message: sighting.message }),
        })),
      },
    }),
  };
}

export function toneOf(phase: string | undefined): Tone {
  switch (phase) {
    case 'VALID':
      return 'good';
    case 'INVALID':
      return 'bad';
    case 'INITIALIZING':
      return 'waiting';
    case undefined:
      return 'plain';
    default:
      return 'warning';
  }
}

function phaseSentence(phase: string | undefined): string {
  switch (phase) {
    case 'VALID':
      return vscode.l10n.t('Confluent can use the key.');
    case 'INVALID':
      return vscode.l10n.t('Confluent cannot use the key.');
    case 'INITIALIZING':
      return vscode.l10n.t(
        'Confluent has not been able to use the key yet: it can once access is granted in its cloud.',
      );
    case undefined:
      return vscode.l10n.t('The service does not say whether Confluent can use the key.');
    default:
      return vscode.l10n.t('This version of the extension does not know the validation phase {0}.', phase);
  }
}

function stateSentence(state: string): string {
  switch (state) {
    case 'AVAILABLE':
      return vscode.l10n.t('No cluster uses the key; a new one can be given it.');
    case 'IN_USE':
      return vscode.l10n.t('A cluster uses the key, or did until less than five days ago.');
    default:
      return vscode.l10n.t('This version of the extension does not know the state {0}.', state);
  }
}
