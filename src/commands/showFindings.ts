import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { FindingRef } from '../flows/pickFinding';
import { pickFinding } from '../flows/pickFinding';
import type { KeysView } from '../tree/keysView';
import type { Command } from './command';
import { organizationIdOf } from './connectionArgument';
import type { FindingArguments } from './findingArguments';
import { offerSignIn } from './offerSignIn';

/** Lists what was found, of one organization or of all, and shows the key that it is about in the tree. */
export function showFindings(
  args: FindingArguments,
  connections: ConnectionStore,
  view: KeysView,
): Command<'byok.showFindings'> {
  return {
    id: 'byok.showFindings',
    async run(argument) {
      const all = connections.list().map(({ id }) => id);
      if (all.length === 0) {
        await offerSignIn();
        return;
      }
      const given = organizationIdOf(argument);
      const ids = given === undefined ? all : [given];
      await choose(ids, await args.load(ids));
    },
  };

  async function choose(ids: readonly string[], first: readonly FindingRef[]): Promise<void> {
    let refs = first;
    let active: string | undefined;
    while (refs.length > 0) {
      const choice = await pickFinding(refs, {
        placeholder: await placeholder(ids),
        hasButtons: true,
        active,
      });
      if (!choice) return;
      const { connectionId, finding, key } = choice.ref;
      if (choice.wants === 'key') {
        await (key ? view.reveal(connectionId, key.id) : vscode.commands.executeCommand('byok.keys.focus'));
        return;
      }
      // What is next to it comes into its place, so that several can be muted one after the other.
      active = refs[refs.indexOf(choice.ref) + 1]?.finding.id;
      const command = choice.wants === 'mute' ? 'byok.muteFinding' : 'byok.unmuteFinding';
      await vscode.commands.executeCommand(command, { connectionId, findingId: finding.id });
      refs = await args.refs(ids);
    }
    void vscode.window.showInformationMessage(await nothing(ids));
  }

  /** Whether all rules could look. */
  async function isWhole(ids: readonly string[]): Promise<boolean> {
    const findings = await args.findings();
    return ids.every(id => {
      const { skipped, broken } = findings.of(id);
      return skipped.every(rule => rule.startsWith('quota')) && broken.length === 0;
    });
  }

  async function placeholder(ids: readonly string[]): Promise<string> {
    return (await isWhole(ids))
      ? vscode.l10n.t('Findings: choose one to see its key')
      : vscode.l10n.t('Findings, not all: the clusters are not known');
  }

  async function nothing(ids: readonly string[]): Promise<string> {
    return (await isWhole(ids))
      ? vscode.l10n.t('Nothing was found that somebody should know.')
      : vscode.l10n.t('Nothing was found, but the clusters are not known: not everything was looked at.');
  }
}
