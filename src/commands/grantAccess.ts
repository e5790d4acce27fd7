import * as vscode from 'vscode';
import { grantUri } from '../documents/keyUri';
import { grantFlow } from '../flows/grant/grantFlow';
import { mergePolicy } from '../flows/grant/mergePolicy';
import { typeIntoTerminal } from '../grants/typeIntoTerminal';
import { grantText } from '../model/access/grantText';
import type { Notify } from '../notify';
import type { KeyRef } from '../stores/keyRef';
import type { KeyStore } from '../stores/keyStore';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

/** Shows what a key needs in its cloud: as documents, on the clipboard, in a terminal, or merged into a policy. */
export function grantAccess(
  keys: KeyArguments,
  store: KeyStore,
  notify: Notify,
): Command<'byok.grantAccess'> {
  return {
    id: 'byok.grantAccess',
    async run(...args) {
      const ref = await keys.key(args, vscode.l10n.t('Which key shall Confluent get access to?'));
      if (ref) await offer(ref);
    },
  };

  async function offer({ connectionId, key }: KeyRef): Promise<void> {
    const choice = await grantFlow(key);
    switch (choice?.does) {
      case undefined:
        return;
      case 'open':
        await vscode.commands.executeCommand('vscode.open', grantUri(connectionId, key.id, choice.grant));
        return;
      case 'copy': {
        const { form, gcpRoles } = choice.grant;
        const options = { registeredId: key.id, ...(gcpRoles && { gcpRoles }) };
        const grant = grantText(key.cloudKey, form, options);
        if (!('text' in grant)) return;
        await vscode.env.clipboard.writeText(grant.text);
        notify.done(vscode.l10n.t('Copied'));
        return;
      }
      case 'type':
        await typeIntoTerminal(choice.line);
        return;
      case 'merge':
        if (key.cloudKey.kind === 'AwsKey') await mergePolicy(key.cloudKey, choice.policy);
        return;
      case 'refresh':
        await refreshed({ connectionId, key });
        return;
    }
  }

  async function refreshed({ connectionId, key }: KeyRef): Promise<void> {
    try {
      const fresh = await store.refreshKey(connectionId, key.id);
      if (fresh) await offer({ connectionId, key: fresh });
    } catch (error) {
      await notify.error(vscode.l10n.t('The key could not be fetched.'), error);
    }
  }
}
