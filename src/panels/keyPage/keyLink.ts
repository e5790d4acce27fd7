import * as vscode from 'vscode';
import { isKeyId } from '../../documents/keyUri';

const extensionId = 'byok-tools.confluent-byok';

/** An address that opens the key's page in the editor of whoever follows it, where they are signed in. */
export function keyLink(keyId: string): string {
  const path = `/key/${keyId}`;
  return vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extensionId, path }).toString();
}

/** The key that a link names; undefined for any other. A link can name a key, and nothing that is done with it. */
export function keyOfLink({ path }: vscode.Uri): string | undefined {
  const [, keyId = ''] = /^\/key\/([^/]+)$/.exec(path) ?? [];
  return isKeyId(keyId) ? keyId : undefined;
}
