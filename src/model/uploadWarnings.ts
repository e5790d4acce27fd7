import { cloudKeyIdentity } from './cloudKeyIdentity';
import type { Quota } from './cluster';
import type { CloudKey, Key } from './key';
import { cloudIdentifier } from './key';
import { quotaUse } from './quotaUse';
import { regionOf } from './region';

/** Something to think about before a key is registered, with the evidence. */
export type UploadWarning =
  | { readonly kind: 'alreadyRegistered'; readonly key: Key; readonly organization: string }
  | { readonly kind: 'quotaFull' | 'quotaNear'; readonly used: number; readonly limit: number }
  | { readonly kind: 'newRegion'; readonly region: string; readonly regions: readonly string[] };

/** The keys of an organization, by the name that it has here. */
export interface OrganizationKeys {
  readonly label: string;
  readonly keys: readonly Key[];
}

/** From this part of the quota on it is worth saying so. */
const nearly = 0.8;

/** `target` gets the key; the others are looked through for the same key alone. */
export function uploadWarnings(
  cloudKey: CloudKey,
  target: OrganizationKeys,
  others: readonly OrganizationKeys[],
  quota: Quota | undefined,
): readonly UploadWarning[] {
  const registered = [target, ...others].flatMap(({ label, keys }) =>
    keys
      .filter(key => isSameCloudKey(key.cloudKey, cloudKey))
      .map(key => ({ kind: 'alreadyRegistered', key, organization: label }) as const),
  );
  return [...registered, ...quotaWarnings(target.keys, quota), ...regionWarnings(cloudKey, target.keys)];
}

/** Whether both are one key in its cloud, whatever version they name and however they are spelled. */
export function isSameCloudKey(a: CloudKey, b: CloudKey): boolean {
  const [one, other] = [cloudIdentifier(a), cloudIdentifier(b)];
  return (
    a.kind === b.kind &&
    one !== undefined &&
    other !== undefined &&
    cloudKeyIdentity(one) === cloudKeyIdentity(other)
  );
}

function quotaWarnings(keys: readonly Key[], quota: Quota | undefined): readonly UploadWarning[] {
  if (!quota) return [];
  const { used, limit } = quotaUse(quota, keys.length);
  if (used >= limit) return [{ kind: 'quotaFull', used, limit }];
  return used + 1 >= limit * nearly ? [{ kind: 'quotaNear', used, limit }] : [];
}

function regionWarnings(cloudKey: CloudKey, keys: readonly Key[]): readonly UploadWarning[] {
  const region = regionOf({ cloudKey, validation: undefined });
  const sameCloud = keys.filter(key => key.cloudKey.kind === cloudKey.kind);
  const regions = [...new Set(sameCloud.flatMap(key => regionOf(key) ?? []))].sort();
  if (region === undefined || keys.length === 0 || regions.includes(region)) return [];
  return [{ kind: 'newRegion', region, regions }];
}
