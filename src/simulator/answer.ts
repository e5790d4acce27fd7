import type { JsonObject, JsonValue } from '../model/json';

/** What an operation answers, before it is made into a response. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: JsonValue;
}

/** One entry of the error envelope. */
export interface Problem {
  readonly code?: string;
  readonly title: string;
  readonly detail?: string;
  readonly pointer?: string;
  readonly parameter?: string;
}

/** Ends an operation with the answer it carries. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

/** An error answer in the envelope that the description of the API gives. */
export function failure(
  status: number,
  problems: readonly Problem[],
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers, json: { errors: problems.map(problem => entry(status, problem)) } };
}

function entry(status: number, { pointer, parameter, ...rest }: Problem): JsonObject {
  const source = {
    ...(pointer === undefined ? {} : { pointer }),
    ...(parameter === undefined ? {} : { parameter }),
  };
  return {
    id: crypto.randomUUID(),
    status: String(status),
    ...rest,
    ...(Object.keys(source).length === 0 ? {} : { source }),
  };
}
