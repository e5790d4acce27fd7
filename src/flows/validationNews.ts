import * as vscode from 'vscode';
import { showProblem } from '../documents/textDocuments';
import type { Log } from '../log';
import type { KeyFilter } from '../model/filter';
import type { Key } from '../model/key';
import { validationAdvice } from '../model/validationAdvice';
import { Notify } from '../notify';
import { FirstWindow } from '../watch/firstWindow';
import type { ValidationNews } from '../watch/outages';
import type { GivenUp } from '../watch/validationWatch';
import { explainAdvice } from '../words/explain';
import { plainId } from '../words/plainText';
import { nameAndId } from '../words/words';

/**
 * Tells once that keys became valid or invalid, with the next step. The service's own words are in the details.
 * `folder`: what the windows of this machine share.
 */
export async function tellNews(news: readonly ValidationNews[], folder: string): Promise<void> {
  const window = new FirstWindow(folder);
  const isUntold = await Promise.all(news.map(each => isFirst(each, window)));
  const untold = news.filter((_, index) => isUntold[index]);
  const [first, second] = untold;
  if (second) await tellOutages(untold);
  else if (first) await (first.key.validation?.phase === 'VALID' ? tellValid(first) : tellInvalid(first));
}

async function isFirst({ connectionId, key }: ValidationNews, window: FirstWindow): Promise<boolean> {
  const { phase, since } = key.validation ?? {};
  // Without the service's own time two windows cannot know that they see the same.
  return since === undefined || (await window.is([connectionId, key.id, phase, since].join(' ')));
}

async function tellValid({ connectionId, key }: ValidationNews): Promise<void> {
  const showKey = vscode.l10n.t('Show Key');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Confluent can use the key {0} now. Next: create the cluster that it is for.',
      plainId(key.id),
    ),
    showKey,
  );
  if (chosen === showKey) await run('byok.findKey', connectionId, key.id);
}

async function tellInvalid({ connectionId, key }: ValidationNews): Promise<void> {
  const grant = vscode.l10n.t('Show Grant');
  const showKey = vscode.l10n.t('Show Key');
  const details = vscode.l10n.t('Show Details');
  const id = plainId(key.id);
  const isOutage = key.state === 'IN_USE';
  const message = isOutage
    ? vscode.l10n.t('Confluent can no longer use the key {0}: the cluster that has it may stop.', id)
    : vscode.l10n.t('Confluent cannot use the key {0}.', id);
  const { cause, fixes } = validationAdvice(key.provider, key.validation?.message);
  const advice = [cause, ...fixes.slice(0, 1)].map(explainAdvice);
  const show = isOutage ? vscode.window.showErrorMessage : vscode.window.showWarningMessage;
  const chosen = await show([message, ...advice].join(' '), grant, showKey, details);
  if (chosen === grant) await run('byok.grantAccess', connectionId, key.id);
  if (chosen === showKey) await run('byok.findKey', connectionId, key.id);
  if (chosen === details) await showProblem(message, reasonsOf(key));
}

/** One change in a cloud may take many keys at once. */
async function tellOutages(news: readonly ValidationNews[]): Promise<void> {
  const showKeys = vscode.l10n.t('Show Keys');
  const details = vscode.l10n.t('Show Details');
  const message = vscode.l10n.t(
    'Confluent can no longer use {0} keys: the clusters that have them may stop.',
    news.length,
  );
  const chosen = await vscode.window.showErrorMessage(message, showKeys, details);
  if (chosen === showKeys) {
    const filter: Partial<KeyFilter> = { states: ['IN_USE'], phases: ['INVALID'] };
    await vscode.commands.executeCommand('byok.filterKeys', filter);
  }
  if (chosen === details) {
    const paragraphs = news.map(({ key }) => [nameAndId(key), ...reasonsOf(key)].join('\n'));
    await showProblem(message, paragraphs);
  }
}

/** What the service says, what that likely means, and what helps. */
function reasonsOf({ provider, validation }: Key): readonly string[] {
  const { cause, fixes } = validationAdvice(provider, validation?.message);
  return [
    vscode.l10n.t('Confluent Cloud says: {0}', validation?.message ?? vscode.l10n.t('nothing')),
    vscode.l10n.t('Likely cause: {0}', explainAdvice(cause)),
    [vscode.l10n.t('What helps:'), ...fixes.map(each => `- ${explainAdvice(each)}`)].join('\n'),
  ];
}

/** Tells that nobody waits for a key any more, when that is not what the user waited for. */
export async function tellGivenUp(ending: GivenUp, log: Log): Promise<void> {
  const { connectionId, keyId, why } = ending;
  const id = plainId(keyId);
  if (why === 'failed') {
    const what = vscode.l10n.t('The key {0} is waited for no longer.', id);
    await new Notify(log, showProblem).error(what, ending.error);
    return;
  }
  if (why === 'gone') {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The key {0} is waited for no longer: somebody has deleted its registration.', id),
    );
    return;
  }
  const grant = vscode.l10n.t('Show Grant');
  const again = vscode.l10n.t('Wait Another Hour');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'After an hour Confluent still cannot use the key {0}. See whether the grant is in place.',
      id,
    ),
    grant,
    again,
  );
  if (chosen === grant) await run('byok.grantAccess', connectionId, keyId);
  if (chosen === again) await run('byok.watchValidation', connectionId, keyId);
}

async function run(command: string, connectionId: string, keyId: string): Promise<void> {
  await vscode.commands.executeCommand(command, { type: 'key', connectionId, keyId });
}
