import type { Parsed } from './problem';
import { Reading } from './reading';
import { readText } from './readText';
import { checkUuid } from './uuid';
import { checkVaultName } from './vaultName';

export interface KeyVaultId {
  /** The fixed words as Azure spells them, the names as they were given. */
  readonly text: string;
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly vault: string;
  readonly managedHsm: boolean;
}

const example =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/group/providers/Microsoft.KeyVault/vaults/vault-name';
const fixedWords = [
  [0, 'subscriptions'],
  [2, 'resourceGroups'],
  [4, 'providers'],
] as const;

/** Reads the Azure resource id of a key vault, also out of the address of its page in the portal. */
export function parseKeyVaultId(text: string): Parsed<KeyVaultId> {
  const reading = readText(text, example);
  if (!(reading instanceof Reading)) return { ok: false, problem: reading.problem };
  const portal = /^https:\/\/([a-z0-9-]+\.)?portal\.azure\.(com|cn|us)\//i.test(reading.text);
  const inPortal = portal ? reading.text.search(/\/subscriptions\//i) : -1;
  if (inPortal >= 0) reading.warn('vaultPortalPage', 'whole');
  else if (/^[a-z]+:\/\//i.test(reading.text)) return reading.fail('vaultUrl', 'whole');
  if (reading.text.startsWith('arn:')) return reading.fail('otherProvider', 'whole', 0, undefined, 'AWS');
  if (/^\/?projects\//.test(reading.text)) {
    return reading.fail('otherProvider', 'whole', 0, undefined, 'Google Cloud');
  }
  const hasSlash = inPortal >= 0 || reading.text.startsWith('/');
  if (!hasSlash && /^subscriptions\//i.test(reading.text)) reading.warn('vaultSlashAdded', 'whole', 0, 0);
  const start = Math.max(inPortal, 0) + (hasSlash ? 1 : 0);
  return readSegments(reading, start, inPortal >= 0);
}

function readSegments(reading: Reading, start: number, isPage: boolean): Parsed<KeyVaultId> {
  const segments = reading.text.slice(start).split('/');
  const starts: number[] = [];
  let next = start;
  for (const segment of segments) {
    starts.push(next);
    next += segment.length + 1;
  }
  const end = reading.text.length;
  const place = (index: number) => {
    const from = starts[index] ?? end;
    return [from, from + (segments[index] ?? '').length] as const;
  };

  const [, subscription = '', , resourceGroup = '', , provider = '', kind = '', vault = ''] = segments;
  for (const [index, word] of fixedWords) {
    const found = segments[index] ?? '';
    if (found === '') return reading.fail('vaultSegmentMissing', 'whole', ...place(index), word);
    if (found.toLowerCase() !== word.toLowerCase()) {
      return reading.fail('vaultSegment', 'whole', ...place(index), word);
    }
    if (!segments[index + 1]) return reading.fail('vaultValueMissing', 'whole', ...place(index));
  }
  const failure =
    checkUuid(reading, 'subscription', subscription, place(1)[0], {
      length: 'guidLength',
      character: 'guidCharacter',
      trailing: 'guidTrailing',
    }) ?? checkGroup(reading, resourceGroup, place(3)[0]);
  if (failure) return failure;
  if (!/^microsoft\.keyvault$/i.test(provider)) return reading.fail('vaultProvider', 'whole', ...place(5));
  const managedHsm = /^managedHSMs$/i.test(kind);
  if (kind === '') return reading.fail('vaultSegmentMissing', 'whole', ...place(6), 'vaults');
  if (!managedHsm && !/^vaults$/i.test(kind)) return reading.fail('vaultKind', 'whole', ...place(6));
  if (managedHsm) reading.warn('vaultManagedHsm', 'whole', ...place(6));
  if (vault === '') return reading.fail('vaultValueMissing', 'vault', ...place(6));
  const nameFailure = checkVaultName(reading, vault, place(7)[0]);
  if (nameFailure) return nameFailure;
  const behind = place(7)[1];
  if (segments.slice(8).join('/') !== '') {
    if (!isPage) return reading.fail('vaultTrailing', 'whole', behind);
    reading.warn('vaultPageStripped', 'whole', behind);
  }
  const words = `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault`;
  const text = `${words}/${managedHsm ? 'managedHSMs' : 'vaults'}/${vault}`;
  return reading.done({ text, subscription, resourceGroup, vault, managedHsm });
}

function checkGroup(reading: Reading, group: string, start: number): ReturnType<Reading['fail']> | undefined {
  const end = start + group.length;
  if (group.length > 90) {
    return reading.fail('vaultGroupLength', 'resourceGroup', start, end, String(group.length));
  }
  const wrong = group.search(/[^\p{L}\p{N}_.()-]/u);
  if (wrong >= 0) {
    return reading.fail('vaultGroupCharacter', 'resourceGroup', start + wrong, start + wrong + 1);
  }
  if (group.endsWith('.')) return reading.fail('vaultGroupEnd', 'resourceGroup', end - 1, end);
  return undefined;
}
