import type { ProblemCode } from './messages';
import type { Parsed, Part, Problem } from './problem';

const excerptLength = 60;

/**
 * A text that is being read as an identifier: what is left after the space and the quotes around it went, and
 * the warnings so far. Positions are given in that rest and come out as positions in the whole text.
 */
export class Reading {
  readonly #warnings: Problem[];

  constructor(
    readonly text: string,
    private readonly offset: number,
    private readonly example: string,
    warnings: readonly Problem[] = [],
  ) {
    this.#warnings = [...warnings];
  }

  /** `args` follow {0}, which is the text at the place itself, cut where it is long. */
  problem(code: ProblemCode, part: Part, start = 0, end = this.text.length, ...args: string[]): Problem {
    const there = visible(this.text.slice(start, end));
    const length = Math.max(0, Math.min(end, this.text.length) - start);
    return { code, args: [there, ...args], part, start: this.offset + start, length, example: this.example };
  }

  warn(...place: Parameters<Reading['problem']>): void {
    this.#warnings.push(this.problem(...place));
  }

  fail(...place: Parameters<Reading['problem']>): { readonly ok: false; readonly problem: Problem } {
    return { ok: false, problem: this.problem(...place) };
  }

  done<Value>(value: Value): Parsed<Value> {
    return { ok: true, value, warnings: this.#warnings };
  }
}

function visible(text: string): string {
  const cut = text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text;
  return cut.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
}
