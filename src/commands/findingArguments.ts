import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { FindingRef } from '../flows/pickFinding';
import { pickFinding } from '../flows/pickFinding';
import type { Findings } from '../stores/findings';
import type { KeyStore } from '../stores/keyStore';
import { connectionIdOf } from './connectionArgument';
import { offerSignIn } from './offerSignIn';

/** Which finding a command is about: from its arguments, or else from the user. */
export class FindingArguments {
  constructor(
    readonly findings: () => Promise<Findings>,
    private readonly store: KeyStore,
    private readonly connections: ConnectionStore,
  ) {}

  /** The one that `{ connectionId, findingId }` names, of those that are loaded. Throws for one that is not there. */
  async given(argument: unknown): Promise<FindingRef | undefined> {
    const connectionId = connectionIdOf(argument);
    if (typeof argument !== 'object' || argument === null || connectionId === undefined) return undefined;
    const findingId = 'findingId' in argument ? argument.findingId : undefined;
    if (typeof findingId !== 'string') return undefined;
    const found = (await this.refs([connectionId])).find(({ finding }) => finding.id === findingId);
    if (!found) throw new Error(vscode.l10n.t('There is no such finding any more.'));
    return found;
  }

  /** Undefined when the user left, or there is nothing to choose from. */
  async pick(
    accepts: (ref: FindingRef) => boolean,
    placeholder: string,
    otherwise: string,
  ): Promise<FindingRef | undefined> {
    const ids = this.connections.list().map(({ id }) => id);
    if (ids.length === 0) {
      await offerSignIn();
      return undefined;
    }
    const refs = (await this.load(ids)).filter(accepts);
    if (refs.length > 0) return (await pickFinding(refs, { placeholder }))?.ref;
    void vscode.window.showInformationMessage(otherwise);
    return undefined;
  }

  /** All findings of the connections, after what they need was fetched: what is muted comes last. */
  async load(connectionIds: readonly string[]): Promise<readonly FindingRef[]> {
    const findings = await this.findings();
    const title = vscode.l10n.t('Looking at keys and clusters…');
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      Promise.all(connectionIds.map(id => findings.load(id))),
    );
    return await this.refs(connectionIds);
  }

  /** The same, by what is loaded. */
  async refs(connectionIds: readonly string[]): Promise<readonly FindingRef[]> {
    const findings = await this.findings();
    const refs = connectionIds.flatMap(connectionId => {
      const { open, muted } = findings.of(connectionId);
      const keys = new Map(this.store.of(connectionId).keys.map(key => [key.id, key]));
      const organization =
        this.connections.list().length > 1 ? this.connections.get(connectionId)?.label : undefined;
      return [
        ...open.map(finding => ({ finding, mute: undefined })),
        ...muted.map(finding => ({ finding, mute: finding.mute })),
      ].map(each => ({ ...each, connectionId, organization, key: keys.get(each.finding.keyId ?? '') }));
    });
    return refs.toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Of several organizations, the worst of all first. */
function rank({ finding, mute }: FindingRef): number {
  return mute ? 3 : { error: 0, warning: 1, info: 2 }[finding.severity];
}
