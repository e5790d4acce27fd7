import * as vscode from 'vscode';
import type { GrantForm } from '../model/access/grant';

/** Without a hyphen and with an authority: JSON schemas match no other kind of own scheme. */
export const scheme = 'byok';

/** What a document shows: a key's JSON, or one form of its grant. */
export interface KeyAddress {
  readonly connectionId: string;
  readonly keyId: string;
  readonly form?: GrantForm;
}

/** The ending of each form's document tells VS Code its language. Statements alone are no whole JSON. */
const endings: Readonly<Record<GrantForm, string>> = {
  policy: 'policy.json',
  statements: 'statements.txt',
  commands: 'grant.sh',
  powershell: 'grant.ps1',
  terraform: 'tf',
};

/** The address of a key's document: all that is needed to make it again, in another window and after a restart. */
export function keyUri(connectionId: string, keyId: string): vscode.Uri {
  return uriOf(connectionId, `/${encodeURIComponent(keyId)}.json`);
}

export function grantUri(connectionId: string, keyId: string, form: GrantForm): vscode.Uri {
  return uriOf(connectionId, `/grants/${encodeURIComponent(keyId)}.${endings[form]}`);
}

/** Undefined for an address that is not made here of an id: one that could climb a path is none. */
export function parseKeyUri({ scheme: given, authority, path }: vscode.Uri): KeyAddress | undefined {
  if (given !== scheme || !/^[a-z0-9]+$/.test(authority)) return undefined;
  const grant = (Object.keys(endings) as GrantForm[]).find(
    form => path.startsWith('/grants/') && path.endsWith(`.${endings[form]}`),
  );
  const [start, end] = grant ? ['/grants/', `.${endings[grant]}`] : ['/', '.json'];
  if (!path.startsWith(start) || !path.endsWith(end)) return undefined;
  const keyId = decoded(path.slice(start.length, -end.length));
  if (keyId === undefined || keyId.length > 255 || !/^[\w-][\w.:~-]*$/.test(keyId)) return undefined;
  return { connectionId: authority, keyId, ...(grant && { form: grant }) };
}

function uriOf(authority: string, path: string): vscode.Uri {
  return vscode.Uri.from({ scheme, authority, path });
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
