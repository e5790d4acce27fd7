import fc from 'fast-check';
import assert from 'node:assert/strict';
import { redactingLog } from '../src/log';
import { redact } from '../src/redact';

const secret = 'zq7xvkj4wyq9hfx3zq7xvkj4';
const basic = Buffer.from(`QZ7XVKJ4WYQ9:${secret}`).toString('base64');

describe('redact', () => {
  const cases: readonly (readonly [label: string, text: string, redacted: string])[] = [
    ['nothing secret', 'GET /byok/v1/keys 200 12 ms', 'GET /byok/v1/keys 200 12 ms'],
    ['a Basic header', `authorization: Basic ${basic}`, 'authorization: [secret]'],
    ['the value of a Basic header', `sent Basic ${basic} to`, 'sent Basic [secret] to'],
    ['a bearer token', `Bearer ${secret}.${secret}`, 'Bearer [secret]'],
    ['a header in JSON', `{"Authorization":"Bearer ${secret}"}`, '{"Authorization":[secret]}'],
    ['a secret in JSON', `{"apiKeySecret":"${secret}","id":1}`, '{"apiKeySecret":[secret],"id":1}'],
    ['a password of a proxy', `http://user:${secret}@proxy:3128`, 'http://[secret]@proxy:3128'],
    ['a token in a query', `/x?subject_token=${secret}&a=b`, '/x?subject_token=[secret]&a=b'],
    ['a cookie', `Cookie: session=${secret}`, 'Cookie: [secret]'],
  ];
  for (const [label, text, redacted] of cases) {
    it(label, () => assert.equal(redact(text), redacted));
  }

  it('lets no credential through, whatever stands around it', () => {
    const around = fc.string({ maxLength: 30 });
    const gap = fc.constantFrom(' ', '\n', ', ', '; ', '"');
    const credential = fc.constantFrom(
      `Basic ${basic}`,
      `bearer ${secret}`,
      `Authorization: Basic ${basic}`,
      `"authorization" : "Bearer ${secret}"`,
      `"apiKeySecret":"${secret}"`,
      `apiKeySecret=${secret}`,
      `bearerToken: ${secret}`,
      `https://key:${secret}@api.confluent.cloud/`,
      `password=${secret}`,
    );
    fc.assert(
      fc.property(around, gap, credential, gap, around, (before, left, middle, right, after) => {
        const text = redact(before + left + middle + right + after);
        assert.ok(!text.includes(secret.slice(0, 6)) && !text.includes(basic.slice(0, 6)), text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('redactingLog', () => {
  it('redacts at every level', () => {
    const lines: string[] = [];
    const keep = (line: string): void => void lines.push(line);
    const log = redactingLog({ error: keep, warn: keep, info: keep, debug: keep });
    for (const level of ['error', 'warn', 'info', 'debug'] as const) log[level](`${level} Bearer ${secret}`);
    assert.deepEqual(
      lines,
      ['error', 'warn', 'info', 'debug'].map(level => `${level} Bearer [secret]`),
    );
  });
});
