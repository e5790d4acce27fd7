import type { Key } from '../model/key';

/** A key as a text names it. */
export interface Mention {
  readonly kind: 'id' | 'AwsKey' | 'AzureKey' | 'GcpKey';
  /** What the key is called there: without a version; of Azure, where case does not count, in lower case. */
  readonly name: string;
  /** Where it begins and ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** How far a mention may reach to either side of a place, in UTF-16 units; a line can be a whole file. */
const reach = 600;

/** Each reads at most `reach` units at once, and has no two ways to read the same. Group 1 is the name. */
const patterns: readonly (readonly [kind: Mention['kind'], pattern: RegExp])[] = [
  ['id', /(?<![\w-])(cck-[\w-]{1,251})(?![\w-])/g],
  [
    'AwsKey',
    /(?<![\w-])(arn:[a-z0-9-]{1,63}:kms:[a-z0-9-]{1,63}:\d{12}:key\/[0-9A-Za-z-]{1,63})(?![\w-]|\/\w)/g,
  ],
  [
    'AzureKey',
    /(?<![\w-])(https:\/\/[a-z0-9.-]{1,253}(?::443)?\/keys\/[0-9a-z-]{1,127})(?:\/[0-9a-f]{32})?\/?(?![\w-]|\/\w)/gi,
  ],
  [
    'GcpKey',
    /(?<![\w-])(projects\/[a-z0-9.:-]{1,127}\/locations\/[a-z0-9-]{1,63}\/keyRings\/[\w-]{1,63}\/cryptoKeys\/[\w-]{1,63})(?:\/cryptoKeyVersions\/\d{1,19})?(?![\w-]|\/\w)/g,
  ],
];

/** What may name a key at a place in a text, the longest first: an ARN can have an id in it. */
export function mentionsAt(text: string, place: number): readonly Mention[] {
  const offset = Math.max(0, place - reach);
  const around = text.slice(offset, place + reach);
  const at = place - offset;
  return patterns
    .flatMap(([kind, pattern]) =>
      [...around.matchAll(pattern)]
        .filter(({ 0: { length }, index }) => index <= at && at <= index + length)
        .map(({ 0: { length }, 1: found = '', index }) => ({
          kind,
          name: kind === 'AzureKey' ? found.toLowerCase().replace(':443/', '/') : found,
          start: offset + index,
          end: offset + index + length,
        })),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** Whether that key is meant. Cheap enough to ask of every key there is. */
export function isMeant({ id, cloudKey }: Key, { kind, name }: Mention): boolean {
  if (kind === 'id') return id === name;
  if (kind !== cloudKey.kind) return false;
  switch (cloudKey.kind) {
    case 'AwsKey':
      return cloudKey.keyArn === name;
    case 'AzureKey':
      return isPartOf(cloudKey.keyId, name, lowerCase);
    case 'GcpKey':
      return isPartOf(cloudKey.keyId, name, unit => unit);
  }
}

/** Whether that is the identifier, or all of it but a version. From the end: there the keys of one vault differ. */
function isPartOf(identifier: string, name: string, asNamed: (unit: number) => number): boolean {
  const { length } = name;
  if (identifier.length !== length && identifier[length] !== '/') return false;
  for (let index = length - 1; index >= 0; index--) {
    if (asNamed(identifier.charCodeAt(index)) !== name.charCodeAt(index)) return false;
  }
  return true;
}

function lowerCase(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}
