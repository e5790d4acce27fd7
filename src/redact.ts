// What is named comes first: a name may stand where a bare credential would.
const patterns: readonly (readonly [RegExp, string])[] = [
  [
    /(authorization|cookie|x-api-key|secret|password|token)("?\s*[:=]\s*)(?:"[^"]*"|"?(?:(?:Basic|Bearer)\s+)?[^\s",;&}]+)/gi,
    '$1$2[secret]',
  ],
  [/\b(Basic|Bearer)\s+[\w+/=.~-]{8,}/gi, '$1 [secret]'],
  [/(\/\/)[^/\s@]+@/g, '$1[secret]@'],
];

/** The text without what looks like a credential: the second belt, behind never writing one. */
export function redact(text: string): string {
  return patterns.reduce((redacted, [pattern, replacement]) => redacted.replace(pattern, replacement), text);
}
