import type { ConnectionStore } from '../connections/connectionStore';
import type { KeyRef } from './keyRef';
import type { KeyStore } from './keyStore';

/** Looks for a key in every organization, and loads the keys of those where nobody has yet. */
export async function keyById(
  store: KeyStore,
  connections: ConnectionStore,
  keyId: string,
): Promise<KeyRef | undefined> {
  for (const { id: connectionId } of connections.list()) {
    if (store.of(connectionId).loadedAt === undefined) await store.refresh(connectionId);
    const key = store.find(connectionId, keyId);
    if (key) return { connectionId, key };
  }
  return undefined;
}
