import type { Rule } from './rule';

/** An item of the list that this version cannot read as a key: no other rule looked at it. */
export const unreadable: Rule = {
  rule: 'unreadable',
  about: 'unreadable',
  severity: 'warning',
  look: ({ id, reason }) => ({
    ...(id === undefined ? {} : { keyId: id }),
    evidence: [{ code: 'unreadable', text: reason }],
  }),
};
