import type { KeysApi, NewCloudKey, NewKey } from '../../api/keys';
import { isApiError } from '../../api/isApiError';
import type { CloudKey, Key } from '../../model/key';
import { isSameCloudKey } from '../../model/uploadWarnings';

/** What became of a key that was sent to be registered. */
export type Registration =
  | { readonly outcome: 'registered'; readonly key: Key }
  /** No answer came, and the key is there all the same. */
  | { readonly outcome: 'found'; readonly key: Key }
  /** The service has the key already; undefined where it cannot be seen. */
  | { readonly outcome: 'conflict'; readonly error: unknown; readonly existing: Key | undefined }
  /** The service said no, or no answer came and nothing was registered. */
  | { readonly outcome: 'refused' | 'notRegistered'; readonly error: unknown }
  /** No answer came, and what is registered cannot be told either. */
  | { readonly outcome: 'unknown'; readonly error: unknown };

/** Kinds of errors after which the service may have registered the key. */
const lost = ['timeout', 'unreachable', 'server', 'badAnswer', 'redirect'];

/**
 * Registers a key. The API knows no way to repeat that safely: where the answer is lost the key is looked for, among
 * those that were not there `before` (undefined where that is not known), and nothing is sent twice.
 */
export async function registerKey(
  api: KeysApi,
  newKey: NewKey,
  before: readonly Key[] | undefined,
): Promise<Registration> {
  try {
    return { outcome: 'registered', key: await api.create(newKey) };
  } catch (error) {
    if (!isApiError(error)) return { outcome: 'refused', error };
    if (error.kind === 'conflict')
      return { outcome: 'conflict', error, existing: await existingOf(api, newKey, error.location) };
    return lost.includes(error.kind)
      ? await lookFor(api, newKey, before, error)
      : { outcome: 'refused', error };
  }
}

/** The key as it would be, without what Confluent assigns. */
export function asCloudKey(key: NewCloudKey): CloudKey {
  switch (key.kind) {
    case 'AwsKey':
      return { ...key, roles: [] };
    case 'AzureKey':
      return { ...key, applicationId: undefined };
    case 'GcpKey':
      return { ...key, securityGroup: undefined };
  }
}

async function lookFor(
  api: KeysApi,
  newKey: NewKey,
  before: readonly Key[] | undefined,
  error: unknown,
): Promise<Registration> {
  const known = before && new Set(before.map(({ id }) => id));
  try {
    const key = await find(api, newKey, ({ id }) => known?.has(id) !== true);
    if (!key) return { outcome: 'notRegistered', error };
    return known ? { outcome: 'found', key } : { outcome: 'unknown', error };
  } catch {
    return { outcome: 'unknown', error };
  }
}

/** The key that the service points to, or else one of the same key in its cloud. */
async function existingOf(
  api: KeysApi,
  newKey: NewKey,
  location: string | undefined,
): Promise<Key | undefined> {
  const id = location?.slice(location.lastIndexOf('/') + 1) ?? '';
  try {
    return id === '' ? await find(api, newKey, () => true) : await api.get(id);
  } catch {
    return undefined;
  }
}

async function find(api: KeysApi, newKey: NewKey, accepts: (key: Key) => boolean): Promise<Key | undefined> {
  const wanted = asCloudKey(newKey.key);
  for await (const { keys } of api.pages()) {
    const found = keys.find(key => isSameCloudKey(key.cloudKey, wanted) && accepts(key));
    if (found) return found;
  }
  return undefined;
}
