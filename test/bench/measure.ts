/** One number that was measured, and what it is to be. */
export interface Measure {
  readonly measure: string;
  readonly value: number;
  /** "kB" is 1000 bytes; "×" a ratio of two things measured in one run. */
  readonly unit: 'kB' | 'MB' | 'ms' | '×' | 'per s' | '';
  readonly limit?: Limit;
  /** What the number was made of. */
  readonly note?: string;
}

export type Limit = { readonly atMost: number } | { readonly atLeast: number } | { readonly exactly: number };

/** Undefined where there is no limit. */
export function isMet({ value, limit }: Measure): boolean | undefined {
  if (!limit) return undefined;
  if ('atMost' in limit) return value <= limit.atMost;
  return 'atLeast' in limit ? value >= limit.atLeast : value === limit.exactly;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = NaN, high = NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}

export function table(measures: readonly Measure[]): string {
  const rows = [
    ['measure', 'value', 'limit', 'met?', 'of what'],
    ...measures.map(each => [
      each.measure,
      shown(each.value, each.unit),
      limitText(each),
      metText(each),
      each.note ?? '',
    ]),
  ];
  const widths = [0, 1, 2, 3].map(column => Math.max(...rows.map(row => (row[column] ?? '').length)));
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const [head = '', ...rest] = lines;
  return [head, '─'.repeat(head.length), ...rest].join('\n');
}

function shown(value: number, unit: Measure['unit']): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = value.toLocaleString('en', { maximumFractionDigits: digits });
  return unit === '×' ? `${number}×` : `${number} ${unit}`.trimEnd();
}

function limitText({ limit, unit }: Measure): string {
  if (!limit) return '';
  if ('atMost' in limit) return `≤ ${shown(limit.atMost, unit)}`;
  return 'atLeast' in limit ? `≥ ${shown(limit.atLeast, unit)}` : `= ${shown(limit.exactly, unit)}`;
}

function metText(each: Measure): string {
  const met = isMet(each);
  return met === undefined ? '' : met ? 'yes' : 'MISSED';
}
