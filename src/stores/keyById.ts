import type { ConnectionStore } from '../connections/connectionStore';
import type { KeyRef } from './keyRef';
import type { KeyStore } from './keyStore';

/** Looks for a key in every organization, and fetches their keys where it is not among those that are loaded. */
export async function keyById(
  store: KeyStore,
  connections: ConnectionStore,
  keyId: string,
): Promise<KeyRef | undefined> {
  const ids = connections.list().map(({ id }) => id);
  const find = (): KeyRef | undefined => {
    for (const connectionId of ids) {
      const key = store.find(connectionId, keyId);
      if (key) return { connectionId, key };
    }
    return undefined;
  };
  const known = find();
  if (known) return known;
  await Promise.all(ids.map(id => store.refresh(id)));
  return find();
}
