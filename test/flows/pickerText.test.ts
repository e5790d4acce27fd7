import assert from 'node:assert/strict';
import { labelAndDetail, pickerText } from '../../src/flows/pickerText';

describe('pickerText', () => {
  it('lets no text draw an icon', () =>
    assert.equal(pickerText('$(zap) $(zap) 5 $ (x)'), '\\$(zap) \\$(zap) 5 $ (x)'));
});

describe('labelAndDetail', () => {
  const cases: readonly (readonly [text: string, words: object])[] = [
    ['One sentence.', { label: 'One sentence' }],
    ['One. And two. And three.', { label: 'One', detail: 'And two. And three.' }],
    ['A version 1.2 is one.', { label: 'A version 1.2 is one' }],
    ['No end', { label: 'No end' }],
    ['$(zap). $(x).', { label: '\\$(zap)', detail: '\\$(x).' }],
  ];
  for (const [text, words] of cases)
    it(`of "${text}"`, () => {
      assert.deepEqual(labelAndDetail(text), words);
    });
});
