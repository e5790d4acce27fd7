import assert from 'node:assert/strict';
import { arrayOf, count, message, object, oneOf, text } from '../../src/panels/protocol/guards';

const isMessage = message({
  ready: {},
  rename: { name: text(5) },
  show: { what: oneOf(['keys', 'clusters']), place: object({ row: count(9) }) },
  open: { ids: arrayOf(text(3), 2) },
});

describe('a protocol', () => {
  const passes: readonly (readonly [label: string, value: unknown])[] = [
    ['a message without members', { type: 'ready' }],
    ['a text as long as it may be', { type: 'rename', name: '12345' }],
    ['an empty text', { type: 'rename', name: '' }],
    ['a word that is listed, and an object within', { type: 'show', what: 'keys', place: { row: 0 } }],
    ['a list', { type: 'open', ids: ['a', 'b'] }],
    ['an empty list', { type: 'open', ids: [] }],
  ];
  for (const [label, value] of passes) it(`lets pass ${label}`, () => assert.equal(isMessage(value), true));

  const stops: readonly (readonly [label: string, value: unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ready'],
    ['a number', 1],
    ['a function', () => undefined],
    ['a list', [{ type: 'ready' }]],
    ['an object without a type', { name: 'a' }],
    ['another type', { type: 'run' }],
    ['a type that is no text', { type: ['ready'] }],
    ['the name of something that every object has', { type: 'toString' }],
    ['the name of a prototype', { type: '__proto__' }],
    ['a constructor', { type: 'constructor' }],
    ['a type that is inherited', Object.create({ type: 'ready' })],
    ['a member too many', { type: 'ready', command: 'workbench.action.terminal.new' }],
    ['a member too few', { type: 'rename' }],
    ['a member of another name', { type: 'rename', title: 'a' }],
    ['a member that is inherited', Object.assign(Object.create({ name: 'a' }) as object, { type: 'rename' })],
    ['a member that is no text', { type: 'rename', name: { toString: () => 'a' } }],
    ['a String object', { type: 'rename', name: new (class extends String {})('a') }],
    ['a text too long', { type: 'rename', name: '123456' }],
    ['a word that is not listed', { type: 'show', what: 'secrets', place: { row: 0 } }],
    ['an object that lacks something', { type: 'show', what: 'keys', place: {} }],
    ['an object with too much', { type: 'show', what: 'keys', place: { row: 0, column: 0 } }],
    ['a list instead of an object', { type: 'show', what: 'keys', place: [0] }],
    ['a negative number', { type: 'show', what: 'keys', place: { row: -1 } }],
    ['a number too high', { type: 'show', what: 'keys', place: { row: 10 } }],
    ['a fraction', { type: 'show', what: 'keys', place: { row: 0.5 } }],
    ['no number', { type: 'show', what: 'keys', place: { row: NaN } }],
    ['a list too long', { type: 'open', ids: ['a', 'b', 'c'] }],
    ['a list with something else in it', { type: 'open', ids: ['a', 1] }],
    ['what looks like a list', { type: 'open', ids: { length: 1, 0: 'a' } }],
  ];
  for (const [label, value] of stops) it(`stops ${label}`, () => assert.equal(isMessage(value), false));
});
