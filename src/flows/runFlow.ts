/** Where the user went from a step. */
export const back = Symbol('back');
export const cancel = Symbol('cancel');

export interface StepPlace {
  /** From 1. */
  readonly number: number;
  readonly canGoBack: boolean;
}

/**
 * One question of a flow. It shows what `answers` already holds, writes what the user said there, and tells where
 * to go: the next step, itself to ask again, `undefined` at the end, `back`, or `cancel`.
 */
export type Step<Answers> = (
  answers: Answers,
  place: StepPlace,
) => Promise<Step<Answers> | undefined | typeof back | typeof cancel>;

/**
 * Asks one step after the other. Going back keeps every answer, and so does a step that leads to one that was
 * asked before it: the flow is there again then. Gives the answers, or undefined when the user left: then nothing
 * is done with them.
 */
export async function runFlow<Answers>(first: Step<Answers>, answers: Answers): Promise<Answers | undefined> {
  const behind: Step<Answers>[] = [];
  let step: Step<Answers> | undefined = first;
  while (step) {
    const current: Step<Answers> = step;
    const outcome = await current(answers, { number: behind.length + 1, canGoBack: behind.length > 0 });
    if (outcome === cancel) return undefined;
    if (outcome === back) {
      step = behind.pop() ?? current;
      continue;
    }
    const before = outcome ? behind.indexOf(outcome) : -1;
    if (before >= 0) behind.length = before;
    else if (outcome !== current) behind.push(current);
    step = outcome;
  }
  return answers;
}
