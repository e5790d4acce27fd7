import * as vscode from 'vscode';
import type { GrantShape } from '../model/access/grant';

/** Without a hyphen and with an authority: JSON schemas match no other kind of own scheme. */
export const scheme = 'byok';

/** Pages are custom editors of these addresses: package.json has the folder too. */
const pageFolder = '/keys/';

/** What a document shows: a key's JSON, or one form of its grant. */
export interface KeyAddress {
  readonly connectionId: string;
  readonly keyId: string;
  readonly grant?: GrantShape;
}

/** The ending of each document tells VS Code its language. */
const endings: readonly (readonly [ending: string, grant: GrantShape])[] = [
  ['.policy.json', { form: 'policy' }],
  ['.statements.json', { form: 'statements' }],
  ['.grant.sh', { form: 'commands' }],
  ['.grant.ps1', { form: 'powershell' }],
  ['.predefined.sh', { form: 'commands', gcpRoles: 'predefined' }],
  ['.predefined.ps1', { form: 'powershell', gcpRoles: 'predefined' }],
  ['.tf', { form: 'terraform' }],
];

/** The address of a key's document: all that is needed to make it again, in another window and after a restart. */
export function keyUri(connectionId: string, keyId: string): vscode.Uri {
  return uriOf(connectionId, `/${encodeURIComponent(keyId)}.json`);
}

export function grantUri(connectionId: string, keyId: string, { form, gcpRoles }: GrantShape): vscode.Uri {
  const found = endings.find(([, grant]) => grant.form === form && grant.gcpRoles === gcpRoles);
  const [ending] = found ?? ['.json'];
  return uriOf(connectionId, `/grants/${encodeURIComponent(keyId)}${ending}`);
}

/** Every address that shows something of a key. */
export function urisOf(connectionId: string, keyId: string): readonly vscode.Uri[] {
  return [
    pageUri(connectionId, keyId),
    keyUri(connectionId, keyId),
    ...endings.map(([, grant]) => grantUri(connectionId, keyId, grant)),
  ];
}

/** The address of a key's page, which in old editors gives its tab the name: the id ends it. */
export function pageUri(connectionId: string, keyId: string): vscode.Uri {
  return uriOf(connectionId, `${pageFolder}${encodeURIComponent(keyId)}`);
}

export function parsePageUri({ scheme: given, authority, path }: vscode.Uri): KeyAddress | undefined {
  if (given !== scheme || !isConnectionId(authority) || !path.startsWith(pageFolder)) return undefined;
  const keyId = keyIdOf(path.slice(pageFolder.length));
  return keyId === undefined ? undefined : { connectionId: authority, keyId };
}

/** Undefined for an address that is not made here of an id: one that could climb a path is none. */
export function parseKeyUri({ scheme: given, authority, path }: vscode.Uri): KeyAddress | undefined {
  if (given !== scheme || !isConnectionId(authority)) return undefined;
  const isGrant = path.startsWith('/grants/');
  const found = isGrant ? endings.find(([ending]) => path.endsWith(ending)) : undefined;
  const [start, end] = found ? ['/grants/', found[0]] : ['/', '.json'];
  if (!path.startsWith(start) || !path.endsWith(end)) return undefined;
  const keyId = keyIdOf(path.slice(start.length, -end.length));
  return keyId === undefined
    ? undefined
    : { connectionId: authority, keyId, ...(found && { grant: found[1] }) };
}

function uriOf(authority: string, path: string): vscode.Uri {
  return vscode.Uri.from({ scheme, authority, path });
}

function isConnectionId(authority: string): boolean {
  return /^[a-z0-9]+$/.test(authority);
}

/** The id in a segment of an address: one that could climb a path is none. */
function keyIdOf(segment: string): string | undefined {
  const keyId = decoded(segment);
  return keyId !== undefined && isKeyId(keyId) ? keyId : undefined;
}

/** Whether that can be the id of a key. */
export function isKeyId(text: string): boolean {
  return text.length <= 255 && /^[\w-][\w.:~-]*$/.test(text);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
