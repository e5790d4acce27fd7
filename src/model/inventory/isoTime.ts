/** A time, in ms since 1970, in ISO 8601 and UTC; undefined where there is none, or none that a calendar has. */
export function isoTime(time: number | undefined): string | undefined {
  const date = new Date(time ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
