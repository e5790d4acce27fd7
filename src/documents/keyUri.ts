import * as vscode from 'vscode';

/** Without a hyphen and with an authority: JSON schemas match no other kind of own scheme. */
export const scheme = 'byok';

/** The address of a key's document: all that is needed to make it again, in another window and after a restart. */
export function keyUri(connectionId: string, keyId: string): vscode.Uri {
  return vscode.Uri.from({ scheme, authority: connectionId, path: `/${encodeURIComponent(keyId)}.json` });
}

/** Undefined for an address that {@link keyUri} does not make of an id: one that could climb a path is none. */
export function parseKeyUri(uri: vscode.Uri): { connectionId: string; keyId: string } | undefined {
  const encoded = /^\/([^/]+)\.json$/.exec(uri.path)?.[1];
  if (uri.scheme !== scheme || encoded === undefined || !/^[a-z0-9]+$/.test(uri.authority)) return undefined;
  try {
    const keyId = decodeURIComponent(encoded);
    return keyId.length <= 255 && /^[\w-][\w.:~-]*$/.test(keyId)
      ? { connectionId: uri.authority, keyId }
      : undefined;
  } catch {
    return undefined;
  }
}
