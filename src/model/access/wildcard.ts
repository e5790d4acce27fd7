/** Whether a pattern of IAM (`*`: any text, `?`: any character) fits a text, without regard to case. */
export function matchesWildcard(pattern: string, text: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = text.toLowerCase();
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; i < given.length;) {
    const sign = wanted[at];
    if (sign === '*') {
      star = at++;
      resume = i;
    } else if (sign === '?' || sign === given[i]) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++resume;
    } else {
      return false;
    }
  }
  while (wanted[at] === '*') at++;
  return at === wanted.length;
}
