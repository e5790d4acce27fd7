import assert from 'node:assert/strict';
import { MutedFindings } from '../../src/stores/mutedFindings';
import { FakeMemento } from '../fakes/fakeMemento';

describe('MutedFindings', () => {
  const open = (memento = new FakeMemento()) => ({ memento, muted: new MutedFindings(memento) });

  it('keeps reason and time of each, for one connection, over a restart', async () => {
    const { memento, muted } = open();
    await muted.mute('a', 'invalid:cck-1', ' Agreed ', 1);
    await muted.mute('b', 'unused:cck-2', 'Other', 2);
    const again = new MutedFindings(memento);
    assert.deepEqual([...again.of('a')], [['invalid:cck-1', { reason: 'Agreed', at: 1 }]]);
  });

  it('replaces the reason of one that is muted', async () => {
    const { muted } = open();
    await muted.mute('a', 'x', 'first', 1);
    await muted.mute('a', 'x', 'second', 2);
    assert.deepEqual([...muted.of('a')], [['x', { reason: 'second', at: 2 }]]);
  });

  it('keeps both of two that are muted at once', async () => {
    const { muted } = open();
    await Promise.all([muted.mute('a', 'x', '1', 1), muted.mute('a', 'y', '2', 2)]);
    assert.deepEqual([...muted.of('a').keys()], ['x', 'y']);
  });

  it('keeps a thousand, the newest, and no long text', async () => {
    const { memento, muted } = open();
    const before = Array.from({ length: 1000 }, (_, index) => [`f${index}`, { reason: 'r', at: index }]);
    await memento.update('muted.a', Object.fromEntries(before));
    await muted.mute('a', 'f1000', 'r'.repeat(10_000), 1000);
    const kept = [...muted.of('a')];
    assert.deepEqual(
      [kept.length, kept[0]?.[0], kept.at(-1)?.[0], kept.at(-1)?.[1].reason.length],
      [1000, 'f1', 'f1000', 300],
    );
  });

  it('keeps no more reasons than fit, the newest', async () => {
    const { memento, muted } = open();
    // A grapheme of many code units: 300 of them are a long text.
    const reason = `e${'\u0301'.repeat(15)}`.repeat(299);
    const before = Array.from({ length: 99 }, (_, index) => [`f${index}`, { reason, at: index }]);
    await memento.update('muted.a', Object.fromEntries(before));
    await muted.mute('a', 'f99', reason, 99);
    const kept = [...muted.of('a').keys()];
    assert.ok(JSON.stringify(memento.get('muted.a')).length <= 131_072);
    assert.deepEqual([kept.length, kept[0], kept.at(-1)], [27, 'f73', 'f99']);
  });

  it('makes visible what hides in a reason', async () => {
    const { muted } = open();
    await muted.mute('a', 'x', 'safe\u202egpj', 1);
    assert.equal(muted.of('a').get('x')?.reason, 'safe⟨U+202E⟩gpj');
  });

  it('lets go of those that are over, and of no other', async () => {
    const { muted } = open();
    for (const id of ['x', 'y', 'z']) await muted.mute('a', id, 'r', 1);
    await muted.forget('a', id => id === 'y');
    assert.deepEqual([...muted.of('a').keys()], ['x', 'z']);
  });

  it('leaves nothing behind when all are unmuted', async () => {
    const { memento, muted } = open();
    await muted.mute('a', 'x', 'r');
    await muted.unmute('a', 'x');
    assert.deepEqual(memento.keys(), []);
  });

  for (const kept of ['text', 7, null, [], { x: 'text' }, { x: { reason: 1, at: 2 } }, { x: null }]) {
    it(`takes what it cannot read for nothing: ${JSON.stringify(kept)}`, async () => {
      const { memento, muted } = open();
      await memento.update('muted.a', kept);
      assert.deepEqual([...muted.of('a')], []);
    });
  }
});
