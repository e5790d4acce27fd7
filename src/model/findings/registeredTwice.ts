import { cloudIdentifier } from '../key';
import { evidenceOf, type Rule } from './rule';

/**
 * One key of a cloud is registered under several ids: a fixture of Confluent's own CLI has that, and whether the
 * service refuses it is not documented. Each registration has roles or a group of its own to admit.
 */
export const registeredTwice: Rule = {
  rule: 'registeredTwice',
  about: 'key',
  severity: 'warning',
  look(key, estate) {
    const all = estate.registrationsOf(key);
    if (all.length < 2) return undefined;
    const others = all.slice(0, namedAtMost).filter(({ id }) => id !== key.id);
    const unnamed = all.length - 1 - others.length;
    return {
      evidence: [
        ...evidenceOf(others, ({ id, displayName }) => ({ code: 'sameKey', keyId: id, displayName })),
        ...(unnamed > 0 ? [{ code: 'more', count: unnamed } as const] : []),
        { code: 'cloudKey', identifier: cloudIdentifier(key.cloudKey) ?? '' },
      ],
    };
  },
};

/** However many there are, each finding names no more than this: otherwise n keys would name each other n² times. */
const namedAtMost = 10;
