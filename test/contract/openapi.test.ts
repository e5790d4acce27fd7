import assert from 'node:assert/strict';
import { checkRequest, checkResponse } from './openapi';
import { Spec } from './spec';

const id = { type: 'string', readOnly: true };
const spec = new Spec({
  paths: {
    '/things/{id}': {
      patch: {
        security: [{ key: [] }],
        parameters: [
          { in: 'query', name: 'scope', required: true, schema: { type: 'string' } },
          { in: 'query', name: 'size', schema: { type: 'integer', maximum: 100 } },
        ],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
        responses: {
          '200': {
            headers: { 'X-Left': { schema: { type: 'integer' } } },
            content: {
              'application/json': {
                schema: { allOf: [{ $ref: '#/components/schemas/Thing' }, { required: ['id'] }] },
              },
            },
          },
          '204': { headers: {} },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['id', 'part'],
        properties: {
          id,
          secret: { type: 'string', writeOnly: true },
          note: { type: 'string', nullable: true },
          since: { type: 'string', format: 'date-time' },
          part: {
            oneOf: [{ $ref: '#/components/schemas/Wheel' }, { $ref: '#/components/schemas/Door' }],
            discriminator: { propertyName: 'kind', mapping: { Wheel: '#/components/schemas/Wheel' } },
          },
        },
      },
      Wheel: {
        type: 'object',
        required: ['kind', 'size'],
        properties: { kind: { type: 'string', enum: ['Wheel'] }, size: { type: 'integer' } },
      },
      Door: { type: 'object', required: ['kind'], properties: { kind: { type: 'string', enum: ['Door'] } } },
    },
  },
});

const sent = {
  method: 'PATCH',
  path: '/things/1?scope=ALL',
  headers: { authorization: 'Basic', 'content-type': 'application/json' },
  body: '{"part":{"kind":"Door"}}',
};

describe('checkRequest', () => {
  const cases: readonly [string, Partial<typeof sent>, readonly string[]][] = [
    ['a right one', {}, []],
    ['text that reads as its type', { path: '/things/1?scope=ALL&size=7' }, []],
    ['a path nobody knows', { path: '/other' }, ['PATCH /other is not described']],
    ['a method nobody knows', { method: 'PUT' }, ['PUT /things/1 is not described']],
    ['a required query left out', { path: '/things/1' }, ['query scope: is required']],
    ['a query nobody knows', { path: '/things/1?scope=ALL&x=1' }, ['query x: is not described']],
    ['a query too large', { path: '/things/1?scope=ALL&size=101' }, ['query size: must be <= 100']],
    [
      'no credentials',
      { headers: { ...sent.headers, authorization: '' } },
      ['authorization: must be Basic or Bearer'],
    ],
    [
      'no JSON',
      { body: '{' },
      ["body: Expected property name or '}' in JSON at position 1 (line 1 column 2)"],
    ],
    [
      'a part of no known kind',
      { body: '{"part":{"kind":"Roof"}}' },
      ['body/part: value of tag "kind" must be in oneOf'],
    ],
    [
      'a part that lacks something',
      { body: '{"part":{"kind":"Wheel"}}' },
      ["body/part: must have required property 'size'"],
    ],
    [
      'what only the service writes',
      { body: '{"id":"1","part":{"kind":"Door"}}' },
      ['body/id: boolean schema is false'],
    ],
  ];
  for (const [name, change, problems] of cases) {
    it(name, () => assert.deepEqual(checkRequest(spec, { ...sent, ...change }), problems));
  }
});

describe('checkResponse', () => {
  const thing = { id: '1', part: { kind: 'Wheel', size: 3 } };
  const json = { 'content-type': 'application/json; charset=utf-8', 'x-left': '7' };
  const cases: readonly [string, number, Record<string, string>, string, readonly string[]][] = [
    ['a right one', 200, json, JSON.stringify({ ...thing, note: null, more: 1 }), []],
    ['a status nobody knows', 418, json, '', ['status 418 is not described']],
    [
      'a header left out',
      200,
      { 'content-type': 'application/json' },
      JSON.stringify(thing),
      ['header X-Left: is missing'],
    ],
    [
      'a header of another type',
      200,
      { ...json, 'x-left': 'x' },
      JSON.stringify(thing),
      ['header X-Left: must be integer'],
    ],
    [
      'another content type',
      200,
      { ...json, 'content-type': 'text/html' },
      '',
      ['content-type: must be application/json'],
    ],
    [
      'what is required left out',
      200,
      json,
      '{"part":{"kind":"Door"}}',
      ["body: must have required property 'id'", "body: must have required property 'id'"],
    ],
    [
      'what only the client writes',
      200,
      json,
      JSON.stringify({ ...thing, secret: 's' }),
      ['body/secret: boolean schema is false'],
    ],
    [
      'no time',
      200,
      json,
      JSON.stringify({ ...thing, since: 'noon' }),
      ['body/since: must match format "date-time"'],
    ],
    ['a body where there is none', 204, {}, 'x', ['body: is not described']],
  ];
  for (const [name, status, headers, body, problems] of cases) {
    it(name, () => {
      const response = {
        status,
        headers: { get: (one: string) => headers[one.toLowerCase()] ?? null },
        body,
      };
      assert.deepEqual(checkResponse(spec, sent, response), problems);
    });
  }
});
