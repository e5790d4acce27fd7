import type { KnownPhase } from '../model/key';
import type { SimulatedKey } from './organization';

/** One step of a key's future: `afterMs` counts from the moment the plan was made. */
export interface PlannedPhase {
  readonly afterMs: number;
  readonly phase: KnownPhase;
  readonly message?: string;
}

/** A validation attempt that comes to its end at `at` (ms since 1970). */
export interface Attempt {
  readonly keyId: string;
  readonly at: number;
  readonly phase: KnownPhase;
  readonly message?: string;
}

/** The validation attempts to come. A new plan for a key replaces its old one. */
export class ValidationPlans {
  readonly #plans = new Map<string, readonly Attempt[]>();

  script(keyId: string, plan: readonly PlannedPhase[], now: number): void {
    const attempts = plan.map(({ afterMs, ...outcome }) => ({ keyId, at: now + afterMs, ...outcome }));
    this.#plans.set(
      keyId,
      attempts.sort((a, b) => a.at - b.at),
    );
  }

  forget(keyId: string): void {
    this.#plans.delete(keyId);
  }

  /** Takes out what is due, each key's attempts in their order. */
  takeDue(now: number): readonly Attempt[] {
    const due: Attempt[] = [];
    for (const [keyId, attempts] of this.#plans) {
      const left = attempts.filter(attempt => attempt.at > now);
      due.push(...attempts.slice(0, attempts.length - left.length));
      if (left.length > 0) this.#plans.set(keyId, left);
      else this.#plans.delete(keyId);
    }
    return due;
  }
}

/** The key after an attempt: `since` moves with phase or message, and the first success tells the region. */
export function afterAttempt(
  key: SimulatedKey,
  { at, phase, message }: Omit<Attempt, 'keyId'>,
): SimulatedKey {
  const before = key.validation;
  const changed = phase !== before.phase || message !== before.message;
  const region = before.region ?? (phase === 'VALID' ? key.region : undefined);
  return {
    ...key,
    validation: {
      phase,
      since: changed ? at : before.since,
      ...(message === undefined ? {} : { message }),
      ...(region === undefined ? {} : { region }),
    },
  };
}
