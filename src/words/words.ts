import * as vscode from 'vscode';
import type { Age } from '../model/age';
import type { FilterDimension } from '../model/filter';
import { noValue } from '../model/filter';
import type { Key } from '../model/key';

/** Names for what the API abbreviates. A word that came later stays as the service spells it. */
export function providerName(provider: string): string {
  return { AWS: 'AWS', Azure: 'Azure', GCP: 'Google Cloud' }[provider] ?? provider;
}

export function stateName(state: string): string {
  return { AVAILABLE: vscode.l10n.t('Available'), IN_USE: vscode.l10n.t('In use') }[state] ?? state;
}

export function phaseName(phase: string): string {
  return (
    {
      VALID: vscode.l10n.t('Valid'),
      INVALID: vscode.l10n.t('Invalid'),
      INITIALIZING: vscode.l10n.t('Waiting for access'),
    }[phase] ?? phase
  );
}

function ageName(age: string): string {
  const names: Readonly<Record<Age, string>> = {
    month: vscode.l10n.t('Up to 30 days'),
    quarter: vscode.l10n.t('31 to 90 days'),
    year: vscode.l10n.t('91 days to a year'),
    older: vscode.l10n.t('More than a year'),
  };
  return names[age as Age];
}

/** What people call that by which keys are filtered. */
export function dimensionName(dimension: FilterDimension): string {
  const names: Readonly<Record<FilterDimension, string>> = {
    providers: vscode.l10n.t('Provider'),
    states: vscode.l10n.t('State'),
    phases: vscode.l10n.t('Validation'),
    regions: vscode.l10n.t('Region'),
    ages: vscode.l10n.t('Registered for'),
  };
  return names[dimension];
}

/** What people call a value that keys are filtered by. */
export function filterValueName(dimension: FilterDimension, value: string): string {
  switch (dimension) {
    case 'providers':
      return value === noValue ? vscode.l10n.t('No provider') : providerName(value);
    case 'states':
      return value === noValue ? vscode.l10n.t('No state') : stateName(value);
    case 'phases':
      return value === noValue ? vscode.l10n.t('Not validated') : phaseName(value);
    case 'regions':
      return value === noValue ? vscode.l10n.t('No region known') : value;
    case 'ages':
      return value === noValue ? vscode.l10n.t('No date known') : ageName(value);
  }
}

/** What a key is called in lists: its name, or its id when it has none. */
export function keyLabel(key: Key): string {
  return key.displayName ?? key.id;
}

/** "payments (cck-12345)"; only the id of a key without a name. */
export function nameAndId(key: Key): string {
  return key.displayName === undefined ? key.id : `${key.displayName} (${key.id})`;
}

/** "1 key", "5 keys". */
export function keyCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 key') : vscode.l10n.t('{0} keys', number(count));
}

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** A number in the language of the editor. */
export function number(value: number): string {
  return new Intl.NumberFormat(vscode.env.language).format(value);
}

/** A share, from 0 to 1, as "56%" in the language of the editor. Nothing but 0 is 0%. */
export function percent(share: number): string {
  const format = new Intl.NumberFormat(vscode.env.language, { style: 'percent' });
  return share > 0 && share < 0.005 ? `< ${format.format(0.01)}` : format.format(share);
}

/** "3 months ago", in the language of the editor. `time` and `now` in ms since 1970. */
export function ago(time: number, now = Date.now()): string {
  const [unit, count] = ageSteps(time, now);
  return unit === undefined ? vscode.l10n.t('just now') : relative().format(-count, unit);
}

/** How many of which unit have gone by since, and none below a minute: {@link ago} says the same as long as it is equal. */
export function ageSteps(
  time: number,
  now = Date.now(),
): readonly [unit: (typeof units)[number][0] | undefined, count: number] {
  const seconds = Math.round((now - time) / 1000);
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? [undefined, Infinity];
  return [unit, Math.trunc(seconds / size)];
}

/** The time of day in the language of the editor, with the date when it was not today. Both in ms since 1970. */
export function timeOrDate(time: number, now = Date.now()): string {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  if (!isToday) return dateTime(time);
  return new Intl.DateTimeFormat(vscode.env.language, { timeStyle: 'short' }).format(time);
}

/** Date and time in the language of the editor. `time` in ms since 1970. */
export function dateTime(time: number): string {
  const format = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(time);
}

function relative(): Intl.RelativeTimeFormat {
  return new Intl.RelativeTimeFormat(vscode.env.language, { numeric: 'auto' });
}
