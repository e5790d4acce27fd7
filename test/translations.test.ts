import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

type Texts = Readonly<Record<string, string>>;

const read = (file: string): Texts => JSON.parse(readFileSync(file, 'utf8')) as Texts;

/** The file of English texts, and how a file of another language is named. */
const sources: readonly (readonly [english: string, translations: string])[] = [
  ['package.nls.json', 'package.nls.*.json'],
  ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.*.json'],
];

/** What a program reads in a text: where it has values, where links go, what is code, and how it ends. */
const partsOf: Readonly<Record<string, (text: string) => readonly string[]>> = {
  values: text => [...new Set(text.match(/\{\d+\}/g))].sort(),
  links: text => [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target = '']) => target),
  code: text => [...(text.match(/`[^`]*`/g) ?? [])].sort(),
  end: text => [/[.:?…]?$/.exec(text)?.[0] ?? ''],
};

describe('the translations of media/key.schema.json', () => {
  const english = readFileSync('media/key.schema.json', 'utf8');
  const withoutTexts = (schema: string): unknown =>
    JSON.parse(schema, (name, value: unknown) =>
      (name === 'description' || name === 'title') && typeof value === 'string' ? '' : value,
    );
  const files = globSync('media/key.*.schema.json');

  it('are those that the texts of package.json name', () => {
    const named = globSync('package.nls.*.json').map(file => read(file)['keySchema']);
    assert.deepEqual(
      named,
      files.map(file => `./${file}`),
    );
  });

  for (const file of files) {
    it(`differ in their texts alone: ${file}`, () => {
      assert.deepEqual(withoutTexts(readFileSync(file, 'utf8')), withoutTexts(english));
    });
  }
});

for (const [source, translations] of sources) {
  const english = read(source);
  const files = globSync(translations);

  describe(`the translations of ${source}`, () => {
    it('are there', () => {
      assert.ok(files.length > 0);
    });

    for (const file of files) {
      const translated = read(file);
      const known = Object.entries(translated).filter(([key]) => Object.hasOwn(english, key));

      it(`have every text, and no other: ${file}`, () => {
        assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
      });

      it(`leave nothing empty: ${file}`, () => {
        assert.deepEqual(
          known.filter(([, text]) => text.trim() === ''),
          [],
        );
      });

      for (const [part, of] of Object.entries(partsOf)) {
        it(`have the ${part} of the English: ${file}`, () => {
          const values = (texts: Texts): object =>
            Object.fromEntries(known.map(([key]) => [key, of(texts[key] ?? '')]));
          assert.deepEqual(values(translated), values(english));
        });
      }
    }
  });
}
