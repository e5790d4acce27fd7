import type { Event } from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { CloudKey, Key } from '../model/key';
import type { Findings } from '../stores/findings';
import type { KeyStore } from '../stores/keyStore';
import type { ConfluentByok, ExportedCloudKey, ExportedKey } from './exports';

/** What other extensions get: copies, so that nothing they do reaches the store. */
export function exportedApi(
  connections: ConnectionStore,
  store: KeyStore,
  findings: () => Promise<Findings>,
  onDidChangeKeys: Event<{ readonly connectionId: string }>,
): ConfluentByok {
  const idsOf = (connectionId?: string): readonly string[] =>
    connectionId === undefined ? connections.list().map(({ id }) => id) : [connectionId];
  return {
    version: 1,
    connections: () =>
      connections.list().map(({ id, label, endpoint, kind }) => ({ id, label, endpoint, kind })),
    keys: connectionId =>
      idsOf(connectionId).flatMap(id => store.of(id).keys.map(key => exportedKey(id, key))),
    refresh: async connectionId => {
      const answers = await Promise.all(idsOf(connectionId).map(id => store.refresh(id)));
      const failed = answers.find(({ failure }) => failure !== undefined);
      if (!failed) return;
      const { failureOf } = await import('../words/failure');
      throw new Error(failureOf(failed.failure).reason);
    },
    findings: async connectionId => {
      const [{ exportedFindings }, found] = await Promise.all([import('./exportedFindings'), findings()]);
      return exportedFindings(idsOf(connectionId), found, store);
    },
    grant: async (keyId, form) => {
      const { exportedGrant } = await import('./exportedGrant');
      return await exportedGrant(store, connections, keyId, form);
    },
    onDidChangeKeys,
  };
}

function exportedKey(connectionId: string, key: Key): ExportedKey {
  const { id, displayName, provider, state, validation, cloudKey, createdAt, raw } = key;
  return defined({
    connectionId,
    id,
    displayName,
    provider,
    state,
    validation: validation && defined(validation),
    cloudKey: exportedCloudKey(cloudKey),
    createdAt,
    raw: structuredClone(raw),
  });
}

function exportedCloudKey(cloudKey: CloudKey): ExportedCloudKey {
  if (cloudKey.kind === 'unknown') return { kind: cloudKey.kind, apiKind: cloudKey.apiKind };
  return cloudKey.kind === 'AwsKey' ? { ...cloudKey, roles: [...cloudKey.roles] } : defined(cloudKey);
}

type Defined<T> = {
  [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name];
} & {
  [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined>;
};

/** The same without the members that are undefined. */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}
