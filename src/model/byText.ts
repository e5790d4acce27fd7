/** Orders texts by their code units: the same in every language, so that lists can be compared over time. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
