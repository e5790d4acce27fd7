import * as vscode from 'vscode';
import { parsePageUri } from '../../documents/keyUri';
import { KeyPage } from './keyPage';
import type { KeyPageSources } from './keyPageSources';

/** Fills a panel with the page of the key that an address names. Throws for an address that names none. */
export function openKeyPage(uri: vscode.Uri, panel: vscode.WebviewPanel, sources: KeyPageSources): KeyPage {
  const address = parsePageUri(uri);
  if (!address) throw new Error(vscode.l10n.t('This is not the address of an encryption key.'));
  return new KeyPage(panel, address, sources);
}
