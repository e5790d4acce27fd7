import assert from 'node:assert/strict';
import { labelAndDetail, pickerText } from '../../src/flows/pickerText';

describe('pickerText', () => {
  const cases: readonly (readonly [label: string, text: string, shown: string])[] = [
    ['icons', '$(zap)$(loading~spin) 5', '\\$(zap)\\$(loading~spin) 5'],
    ['what only begins like one', 'a="$(az ad sp)" $(x_y) $()', 'a="$(az ad sp)" $(x_y) $()'],
  ];
  for (const [label, text, shown] of cases)
    it(`draws no icon of ${label}`, () => {
      assert.equal(pickerText(text), shown);
    });
});

describe('labelAndDetail', () => {
  const cases: readonly (readonly [text: string, words: object])[] = [
    ['One sentence.', { label: 'One sentence' }],
    ['One. And two. And three.', { label: 'One', detail: 'And two. And three.' }],
    ['A version 1.2 is one.', { label: 'A version 1.2 is one' }],
    ['For these: do that. And this.', { label: 'For these', detail: 'Do that. And this.' }],
    ['A text with a time of 12:30 in it.', { label: 'A text with a time of 12:30 in it' }],
    ['No end', { label: 'No end' }],
    ['$(zap). $(x).', { label: '\\$(zap)', detail: '\\$(x).' }],
  ];
  for (const [text, words] of cases)
    it(`of "${text}"`, () => {
      assert.deepEqual(labelAndDetail(text), words);
    });
});
