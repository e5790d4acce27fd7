import * as vscode from 'vscode';
import { cloudIdentifier } from '../model/key';
import type { Notify } from '../notify';
import type { Command } from './command';
import type { KeyArguments } from './keyArguments';

/** Copies what the keys are called in their cloud (ARN, key URL, resource name), one a line. */
export function copyCloudKey(keys: KeyArguments, notify: Notify): Command {
  return {
    id: 'byok.copyCloudKey',
    async run(...args) {
      const refs = await keys.keys(
        args,
        vscode.l10n.t('Which key’s cloud identifier do you want to copy?'),
        ({ key }) => cloudIdentifier(key.cloudKey) !== undefined,
      );
      const identifiers = refs.flatMap(({ key }) => cloudIdentifier(key.cloudKey) ?? []);
      if (identifiers.length === 0) return;
      await vscode.env.clipboard.writeText(identifiers.join('\n'));
      notify.done(
        identifiers.length === 1
          ? vscode.l10n.t('Copied the cloud identifier')
          : vscode.l10n.t('Copied {0} cloud identifiers', identifiers.length),
      );
    },
  };
}
