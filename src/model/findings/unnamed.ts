import type { Rule } from './rule';

/**
 * A key without a name, which only its id tells from others. A service that answers in the shape of 2023, which has no
 * validation, has no names either: there nobody can give one.
 */
export const unnamed: Rule = {
  rule: 'unnamed',
  about: 'key',
  severity: 'info',
  look({ displayName, validation }) {
    if (validation === undefined || (displayName ?? '').trim() !== '') return undefined;
    return { evidence: [] };
  },
};
