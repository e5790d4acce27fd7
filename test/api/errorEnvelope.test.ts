import fc from 'fast-check';
import assert from 'node:assert/strict';
import { parseErrorEnvelope } from '../../src/api/errorEnvelope';
import type { ErrorEntry } from '../../src/api/errors';
import type { JsonValue } from '../../src/model/json';

describe('parseErrorEnvelope', () => {
  const cases: readonly (readonly [
    label: string,
    body: JsonValue | undefined,
    entries: readonly ErrorEntry[],
  ])[] = [
    [
      'the Failure of the API’s description',
      {
        errors: [
          {
            id: 'ed42afdc',
            status: '422',
            code: 'invalid_configuration',
            title: 'Validation Failed',
            detail: "The property '/key/key_arn' is no ARN.",
            source: { pointer: '/key/key_arn' },
          },
          { code: 'invalid_filter', source: { parameter: 'num_doors' } },
        ],
      },
      [
        {
          code: 'invalid_configuration',
          title: 'Validation Failed',
          detail: "The property '/key/key_arn' is no ARN.",
          pointer: '/key/key_arn',
        },
        { code: 'invalid_filter', parameter: 'num_doors' },
      ],
    ],
    [
      'a resolution',
      { errors: [{ detail: 'No.', resolution: 'Ask again.' }] },
      [{ detail: 'No.', resolution: 'Ask again.' }],
    ],
    ['errors that are only text', { errors: ['No.'] }, [{ detail: 'No.' }]],
    ['a message', { message: 'No.' }, [{ detail: 'No.' }]],
    ['a message with a number', { error_code: 40101, message: 'No.' }, [{ code: '40101', detail: 'No.' }]],
    ['an error with a message', { error: { code: 401, message: 'No.' } }, [{ code: '401', detail: 'No.' }]],
    [
      'the newer envelope',
      {
        status: 403,
        error: { code: 'FORBIDDEN', message: 'No.', path: '/byok/v1/keys', suggestion: 'Ask for the role.' },
        requestId: 'r-1',
      },
      [{ code: 'FORBIDDEN', detail: 'No.', resolution: 'Ask for the role.' }],
    ],
    [
      'the one of OAuth',
      { error: 'invalid_grant', error_description: 'No.' },
      [{ code: 'invalid_grant', detail: 'No.' }],
    ],
    ['a word and a message', { error: 'Forbidden', message: 'No.' }, [{ code: 'Forbidden', detail: 'No.' }]],
    ['a message beside an empty list', { errors: [], message: 'No.' }, [{ detail: 'No.' }]],
    ['a message beside an error that is none', { error: null, message: 'No.' }, [{ detail: 'No.' }]],
    [
      'a message where the detail is empty',
      { errors: [{ detail: '', message: 'No.' }] },
      [{ detail: 'No.' }],
    ],
    ['details alone', { error: { code: 'X', details: 'No.' } }, [{ code: 'X', detail: 'No.' }]],
    ['hostile text, cleaned', { message: 'a\n\u202eb' }, [{ detail: 'a ⟨U+202E⟩b' }]],
    [
      'too many errors, bounded',
      { errors: Array<string>(50).fill('x') },
      Array<ErrorEntry>(20).fill({ detail: 'x' }),
    ],
    ['an empty list', { errors: [] }, []],
    ['values of wrong types', { errors: [{ code: {}, title: 1, detail: null, source: 'x' }, null, 5] }, []],
    ['no object', ['x'], []],
    ['nothing', undefined, []],
  ];
  for (const [label, body, entries] of cases) {
    it(`reads ${label}`, () => assert.deepEqual(parseErrorEnvelope(body).entries, entries));
  }

  it('finds the request id of the newer envelope', () => {
    assert.equal(parseErrorEnvelope({ error: {}, requestId: 'r-1' }).requestId, 'r-1');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.jsonValue(), json => void parseErrorEnvelope(json as JsonValue)));
  });
});
