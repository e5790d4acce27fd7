import type { Rule } from './rule';

/** In ms. Confluent tells no duration; fixtures of its tools show 75 seconds to 6 minutes from the registration on. */
const usual = 60 * 60_000;

/**
 * The key waits for its first success for longer than an hour: most often the grant is missing. It waits since it was
 * registered, as `validation.since` moves with every new message (API's description).
 */
export const waitingLong: Rule = {
  rule: 'waitingLong',
  about: 'key',
  severity: 'warning',
  look({ validation, createdAt }, { input }) {
    if (validation?.phase !== 'INITIALIZING') return undefined;
    const at = Math.min(createdAt ?? Infinity, validation.since ?? Infinity);
    if (!(input.now - at > usual) || at === Infinity) return undefined;
    const { message } = validation;
    return {
      evidence: [
        { code: 'waitingSince', at },
        ...(message === undefined ? [] : [{ code: 'message', text: message } as const]),
      ],
    };
  },
};
