import type { KeysApi, NewKey } from '../../api/keys';
import { isApiError } from '../../api/isApiError';
import type { Key } from '../../model/key';
import { cloudIdentifier } from '../../model/key';

/** What became of a key that was sent to be registered. */
export type Registration =
  | { readonly outcome: 'registered'; readonly key: Key }
  /** No answer came, and the key is there all the same. */
  | { readonly outcome: 'found'; readonly key: Key }
  /** The service said no, or nothing was registered. */
  | { readonly outcome: 'refused' | 'notRegistered'; readonly error: unknown }
  /** No answer came, and what is registered cannot be seen either. */
  | { readonly outcome: 'unknown'; readonly error: unknown };

/** Kinds of errors after which the service may have registered the key. */
const lost = ['timeout', 'unreachable', 'server', 'badAnswer', 'redirect'];

/**
 * Registers a key. The API knows no way to repeat that safely: where the answer is lost the key is looked for, among
 * those that were not there before, and nothing is sent twice.
 */
export async function registerKey(
  api: KeysApi,
  newKey: NewKey,
  before: readonly Key[],
): Promise<Registration> {
  try {
    return { outcome: 'registered', key: await api.create(newKey) };
  } catch (error) {
    if (!isApiError(error) || !lost.includes(error.kind)) return { outcome: 'refused', error };
    try {
      const key = await findNew(api, newKey, before);
      return key ? { outcome: 'found', key } : { outcome: 'notRegistered', error };
    } catch {
      return { outcome: 'unknown', error };
    }
  }
}

async function findNew(
  api: KeysApi,
  { key: { kind, ...rest } }: NewKey,
  before: readonly Key[],
): Promise<Key | undefined> {
  const wanted = 'keyArn' in rest ? rest.keyArn : rest.keyId;
  const known = new Set(before.map(({ id }) => id));
  for await (const { keys } of api.pages()) {
    const found = keys.find(
      ({ id, cloudKey }) => !known.has(id) && cloudKey.kind === kind && cloudIdentifier(cloudKey) === wanted,
    );
    if (found) return found;
  }
  return undefined;
}
