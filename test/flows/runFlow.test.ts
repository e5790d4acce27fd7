import assert from 'node:assert/strict';
import type { Step, StepPlace } from '../../src/flows/runFlow';
import { back, cancel, runFlow } from '../../src/flows/runFlow';

interface Answers {
  name: string;
  color: string;
}

type Said = string | typeof back | typeof cancel;

/** Two questions, answered from a script; what each question showed is kept. */
function flowOf(...script: readonly Said[]) {
  const said = script.values();
  const asked: { question: keyof Answers; shown: string; place: StepPlace }[] = [];
  const step =
    (question: keyof Answers, next: Step<Answers> | undefined): Step<Answers> =>
    async (answers, place) => {
      asked.push({ question, shown: answers[question], place });
      const { value = cancel } = said.next();
      if (typeof value !== 'string') return value;
      answers[question] = value;
      return next;
    };
  const first = step('name', step('color', undefined));
  return { asked, run: () => runFlow(first, { name: '', color: '' }) };
}

const first = { number: 1, canGoBack: false };
const second = { number: 2, canGoBack: true };

describe('runFlow', () => {
  const cases: readonly (readonly [label: string, script: readonly Said[], outcome: Answers | undefined])[] =
    [
      ['all answered', ['a', 'red'], { name: 'a', color: 'red' }],
      ['left at the first step', [cancel], undefined],
      ['left at the second step', ['a', cancel], undefined],
      ['back and changed', ['a', back, 'b', 'red'], { name: 'b', color: 'red' }],
      ['back and left', ['a', back, cancel], undefined],
      ['back at the first step asks again', [back, 'a', 'red'], { name: 'a', color: 'red' }],
      ['back and forth', ['a', back, 'b', back, 'c', 'red'], { name: 'c', color: 'red' }],
    ];
  for (const [label, script, outcome] of cases) {
    it(label, async () => {
      assert.deepEqual(await flowOf(...script).run(), outcome);
    });
  }

  it('shows after Back what was answered, and counts steps from one', async () => {
    const { asked, run } = flowOf('a', back, 'b', 'red');
    await run();
    assert.deepEqual(asked, [
      { question: 'name', shown: '', place: first },
      { question: 'color', shown: '', place: second },
      { question: 'name', shown: 'a', place: first },
      { question: 'color', shown: '', place: second },
    ]);
  });

  it('is at an earlier step again where one leads there, and goes back from it as before', async () => {
    const script = (['details', 'name', back, 'name', 'end'] as const).values();
    const asked: string[] = [];
    const step =
      (question: string): Step<object> =>
      async (_, { number, canGoBack }) => {
        asked.push(`${question} ${number}${canGoBack ? ' back' : ''}`);
        const { value = 'end' } = script.next();
        return value === back ? back : steps[value];
      };
    const steps: Record<string, Step<object>> = { name: step('name'), details: step('details') };
    await runFlow(steps['name'] ?? step('name'), {});
    assert.deepEqual(asked, ['name 1', 'details 2 back', 'name 1', 'name 1', 'name 1']);
  });

  it('asks again where a step leads to itself, which is no step to go back over', async () => {
    const places: StepPlace[] = [];
    const first: Step<{ tries: number }> = async (answers, place) => {
      places.push(place);
      answers.tries += 1;
      return answers.tries < 3 ? first : undefined;
    };
    await runFlow(first, { tries: 0 });
    assert.deepEqual(
      places,
      [1, 1, 1].map(number => ({ number, canGoBack: false })),
    );
  });

  it('rejects with what a step throws', async () => {
    const broken = new Error('broken');
    await assert.rejects(
      runFlow(() => Promise.reject(broken), {}),
      broken,
    );
  });
});
