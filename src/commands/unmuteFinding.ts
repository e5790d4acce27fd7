import * as vscode from 'vscode';
import type { Notify } from '../notify';
import type { Command } from './command';
import type { FindingArguments } from './findingArguments';

/** Puts a muted finding back among the open ones. Takes `{ connectionId, findingId }`. */
export function unmuteFinding(args: FindingArguments, notify: Notify): Command<'byok.unmuteFinding'> {
  return {
    id: 'byok.unmuteFinding',
    async run(argument) {
      const ref =
        (await args.given(argument)) ??
        (await args.pick(
          ({ mute }) => mute !== undefined,
          vscode.l10n.t('Which finding do you want to see again?'),
          vscode.l10n.t('No finding is muted.'),
        ));
      if (!ref) return;
      await (await args.findings()).unmute(ref.connectionId, ref.finding.id);
      notify.done(vscode.l10n.t('Unmuted the finding'));
    },
  };
}
