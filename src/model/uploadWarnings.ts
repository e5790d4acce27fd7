import type { Quota } from './cluster';
import type { Key } from './key';
import { cloudIdentifier } from './key';
import { regionOf } from './region';

/** Something to think about before a key is registered, with the evidence. */
export type UploadWarning =
  | { readonly kind: 'alreadyRegistered'; readonly keys: readonly Key[] }
  | { readonly kind: 'quotaFull' | 'quotaNear'; readonly used: number; readonly limit: number }
  | { readonly kind: 'newRegion'; readonly region: string };

/** From this part of the quota on it is worth saying so. */
const nearly = 0.8;

export function uploadWarnings(
  key: Pick<Key, 'cloudKey'> & { readonly region: string | undefined },
  known: readonly Key[],
  quota: Quota | undefined,
): readonly UploadWarning[] {
  const warnings: UploadWarning[] = [];
  const identifier = cloudIdentifier(key.cloudKey)?.toLowerCase();
  const same = known.filter(({ cloudKey }) => cloudIdentifier(cloudKey)?.toLowerCase() === identifier);
  if (same.length > 0) warnings.push({ kind: 'alreadyRegistered', keys: same });
  if (quota) {
    const used = Math.max(quota.usage ?? 0, known.length);
    if (used >= quota.limit) warnings.push({ kind: 'quotaFull', used, limit: quota.limit });
    else if (used + 1 >= quota.limit * nearly) warnings.push({ kind: 'quotaNear', used, limit: quota.limit });
  }
  const { region } = key;
  if (region !== undefined && known.length > 0 && !known.some(other => regionOf(other) === region)) {
    warnings.push({ kind: 'newRegion', region });
  }
  return warnings;
}
