import * as vscode from 'vscode';
import { askReason } from '../flows/askReason';
import type { Notify } from '../notify';
import type { Command } from './command';
import type { FindingArguments } from './findingArguments';

/** Takes a finding out of the open ones, for a reason. Takes `{ connectionId, findingId, reason? }`. */
export function muteFinding(args: FindingArguments, notify: Notify): Command<'byok.muteFinding'> {
  return {
    id: 'byok.muteFinding',
    async run(argument) {
      const ref =
        (await args.given(argument)) ??
        (await args.pick(
          ({ mute }) => mute === undefined,
          vscode.l10n.t('Which finding do you want to mute?'),
          vscode.l10n.t('There is no open finding to mute.'),
        ));
      if (!ref) return;
      const reason = reasonIn(argument) ?? (await askReason(ref.finding, ref.mute?.reason));
      if (reason === undefined) return;
      await (await args.findings()).mute(ref.connectionId, ref.finding.id, reason);
      notify.done(vscode.l10n.t('Muted the finding'));
    },
  };
}

function reasonIn(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('reason' in argument)) return undefined;
  const { reason } = argument;
  return typeof reason === 'string' && reason.trim() !== '' ? reason : undefined;
}
