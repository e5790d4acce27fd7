import type { Severity } from '../findings/finding';
import { severities } from '../findings/finding';
import { groupBy } from '../grouping';
import { code } from './markdownText';
import { isoTime } from './isoTime';
import type { Inventory, InventoryFinding } from './inventory';
import type { InventoryTexts } from './inventoryTexts';
import { extentOf, findingText } from './markdown';

/** How many findings of one severity a ticket has room for. */
const listed = 20;

/** The state of an organization in a few lines of Markdown, to be pasted into a ticket: so it says of when it is. */
export function summaryOf(inventory: Inventory, texts: InventoryTexts, now: number): string {
  const { keys, findings } = inventory;
  const open = findings.filter(({ mute }) => !mute);
  const muted = findings.length - open.length;
  const all = keys.map(({ key }) => key);
  const counts = [
    groupBy('provider', all).map(
      ({ value, keys: { length } }) => [texts.provider(value ?? ''), length] as const,
    ),
    groupBy('state', all).map(({ value, keys: { length } }) => [texts.state(value ?? ''), length] as const),
    phases(inventory, texts),
  ].filter(row => row.length > 0);
  return [
    `## ${texts.title(code(inventory.organization))}\n`,
    `${texts.asOf(isoTime(now) ?? '')} ${extentOf(inventory, texts)}\n`,
    counts.map(row => `- ${row.map(([value, count]) => `${code(value)}: ${count}`).join(', ')}\n`).join(''),
    ...severities.map(severity => section(severity, open, inventory, texts)),
    open.length === 0 ? `${texts.noFindings}\n` : '',
    muted === 0 ? '' : `${texts.mutedCount(muted)}\n`,
  ]
    .filter(part => part !== '')
    .join('\n');
}

function phases({ keys }: Inventory, texts: InventoryTexts): readonly (readonly [string, number])[] {
  const counted = Map.groupBy(
    keys.flatMap(({ key }) => key.validation?.phase ?? []),
    phase => phase,
  );
  return [...counted]
    .map(([phase, { length }]): [string, number] => [texts.phase(phase), length])
    .sort(byCount);
}

function byCount([a, countA]: readonly [string, number], [b, countB]: readonly [string, number]): number {
  return countB - countA || (a < b ? -1 : 1);
}

function section(
  severity: Severity,
  open: readonly InventoryFinding[],
  { keys }: Inventory,
  texts: InventoryTexts,
): string {
  const found = open.filter(finding => finding.severity === severity);
  if (found.length === 0) return '';
  const names = new Map(keys.map(({ key }) => [key.id, key.displayName]));
  const lines = found.slice(0, listed).map(finding => {
    const { keyId } = finding;
    const name = keyId === undefined ? undefined : names.get(keyId);
    const subject = [name, keyId].flatMap(text => (text === undefined ? [] : [code(text)])).join(' ');
    return `- ${subject === '' ? '' : `${subject}: `}${findingText(finding, texts)}\n`;
  });
  const more = found.length > listed ? [`- ${texts.more(found.length - listed)}\n`] : [];
  return `### ${texts.severity(severity)} (${found.length})\n\n${[...lines, ...more].join('')}`;
}
