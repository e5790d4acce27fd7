const pattern =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?\s*(?:Z|UTC|([+-])(\d\d)(?::?(\d\d))?(?: \w+)?)?$/i;

/**
 * A time of the service in ms since 1970: RFC 3339, also with a space for the T, with nanoseconds, without an offset
 * (then UTC) or with its hours alone, and as Go prints it. Undefined for what is no time, and for Go's zero time.
 */
export function parseTime(text: unknown): number | undefined {
  const parts = typeof text === 'string' ? pattern.exec(text.trim()) : null;
  if (!parts) return undefined;
  const part = (index: number) => Number(parts[index] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  const ms = Math.trunc(Number(`0.${parts[7] ?? 0}`) * 1000);
  const offset = (parts[8] === '-' ? -1 : 1) * (part(9) * 60 + part(10));
  if (year < 1970 || hour > 23 || minute > 59 || second > 60) return undefined;
  // `Date` would go on into the next month.
  if (new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10) !== parts.slice(1, 4).join('-'))
    return undefined;
  return Date.UTC(year, month - 1, day, hour, minute - offset, second, ms);
}
