import assert from 'node:assert/strict';
import { format, inspect } from 'node:util';
import { apiKeyCredential } from '../../src/connections/credential';
import { Secret } from '../../src/connections/secret';

const value = 'zq7xvkj4wyq9hfx3';

describe('Secret', () => {
  const secret = new Secret(value);
  const credential = apiKeyCredential('ID', value);
  const deep = { showHidden: true, depth: Infinity, getters: true } as const;

  const ways: readonly (readonly [label: string, printed: unknown])[] = [
    ['String', String(secret)],
    ['a template', `sent ${secret as unknown as string}`],
    ['concatenation', 'a' + (secret as unknown as string)],
    ['joining', [secret].join()],
    ['JSON', JSON.stringify({ secret })],
    ['inspect', inspect(secret, deep)],
    ['inspect, from the outside', inspect({ list: [credential], map: new Map([[1, secret]]) }, deep)],
    ['inspect without custom functions', inspect(secret, { ...deep, customInspect: false })],
    ['console formats', format('%s %o %O %j %d', secret, secret, secret, secret, secret)],
    ['its members', JSON.stringify(Object.entries(Object.getOwnPropertyDescriptors(secret)))],
    ['a copy', inspect(Object.assign({}, secret), deep)],
    ['a structured clone', inspect(structuredClone(secret), deep)],
    ['an error with it as its cause', inspect(new Error('failed', { cause: credential }), deep)],
  ];
  for (const [label, printed] of ways) {
    it(`is not shown by ${label}`, () => assert.ok(!String(printed).includes(value), String(printed)));
  }

  it('is given by reveal', () => assert.equal(secret.reveal(), value));
});
