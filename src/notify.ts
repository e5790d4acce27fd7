import * as vscode from 'vscode';
import { isCancelled } from './api/isApiError';
import type { Log } from './log';
import { failureOf } from './words/failure';

/** What else a notification of an error has. */
interface Extras {
  /** Further buttons. */
  readonly more?: readonly string[];
  /** The sentence is the reason, and what the error means in general would add nothing. */
  readonly saysAll?: boolean;
  /** Whose credential it is about, where that is known. */
  readonly connectionId?: string;
}

/** The one place that shows errors, and only those of what the user started. */
export class Notify {
  constructor(
    private readonly log: Log,
    private readonly showDetails: (title: string, paragraphs: readonly string[]) => Thenable<unknown>,
  ) {}

  /**
   * Says that something did not work, why, and what to do. `what` is one of our own sentences: VS Code makes
   * commands of links in a notification, so nothing of the service's stands in it. Gives the one of the further buttons
   * that was chosen.
   */
  async error(
    what: string,
    error: unknown,
    { more = [], saysAll = false, connectionId }: Extras = {},
  ): Promise<string | undefined> {
    if (isCancelled(error)) return undefined;
    const { kind, reason, advice, words, requestId } = failureOf(error);
    this.log.error(`${what} ${String(error)} ${words.join(' ')}`);
    const details = vscode.l10n.t('Show Details');
    const log = vscode.l10n.t('Show Log');
    const signIn = vscode.l10n.t('Sign In Again…');
    const hasDetails = words.length > 0 || requestId !== undefined;
    const isSignedOff = kind === 'refused' || kind === 'keyring';
    const actions = [...(isSignedOff ? [signIn] : []), ...more, ...(hasDetails ? [details] : []), log];
    const chosen = await vscode.window.showErrorMessage(
      saysAll ? what : `${what} ${reason} ${advice}`,
      ...actions,
    );
    if (chosen === log) await vscode.commands.executeCommand('byok.showLog');
    if (chosen === signIn) await vscode.commands.executeCommand('byok.signInAgain', connectionId);
    if (chosen !== details) return chosen;
    const paragraphs = [
      reason,
      advice,
      ...(words.length > 0 ? [vscode.l10n.t('Confluent Cloud says:'), ...words] : []),
      ...(requestId === undefined ? [] : [vscode.l10n.t('Request id for Confluent Support: {0}', requestId)]),
    ];
    await this.showDetails(what, paragraphs);
    return undefined;
  }

  /** Says that several things did not work, with one paragraph for each in a document. Gives the chosen one of `more`. */
  async errors(
    what: string,
    paragraphs: readonly string[],
    more: readonly string[] = [],
  ): Promise<string | undefined> {
    this.log.error(`${what} ${paragraphs.join(' ')}`);
    const details = vscode.l10n.t('Show Details');
    const chosen = await vscode.window.showErrorMessage(what, ...more, details);
    if (chosen !== details) return chosen;
    await this.showDetails(what, paragraphs);
    return undefined;
  }

  /** Says in the status bar, for a few seconds, that something was done. */
  done(what: string): void {
    vscode.window.setStatusBarMessage(`$(check) ${what.replaceAll('$(', '$ (')}`, 4000);
  }
}
