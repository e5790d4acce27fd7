import fc from 'fast-check';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { code, table } from '../../src/model/inventory/markdownText';

/** HTML as VS Code's own Markdown makes it. */
async function rendered(markdown: string): Promise<string> {
  await vscode.extensions.getExtension('vscode.markdown-language-features')?.activate();
  return await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
const textOf = (html: string): string =>
  html.replace(/&(\w+|#39);/g, (whole, name: string) => entities[name] ?? whole);

/** What a name could be that is meant to become markup, a link, a mention or another cell. */
const dangerous = [
  '[click](command:workbench.action.quit)',
  '![x](https://example.com/x.png)',
  '<img src=x onerror=alert(1)>',
  '</code><script>alert(1)</script>',
  'https://example.com and www.example.com',
  '@everyone #1 :tada: $x$',
  'a | b || c \\| d \\',
  '`',
  '``',
  '` `',
  ' ` ',
  '`a`',
  'a``b`c',
  ' spaces around ',
  'trailing\\',
  '**bold** _it_ ~~no~~ &amp; &lt;',
  '| --- |',
  '# heading',
  '- list',
  '> quote',
  'naïve 🔑 ｘ',
];
const hostile = fc.string({
  unit: fc.constantFrom('`', '|', '\\', ' ', '<', '>', '[', ']', '(', ')', '*', '_', 'a', '&', '!', '@'),
  minLength: 1,
  maxLength: 10,
});
const texts = [...dangerous, ...fc.sample(hostile, { numRuns: 500, seed: 7 })].filter(
  text => text.trim() !== '',
);

describe('text in Markdown', () => {
  it('stands in a cell as what it is, and nothing else does', async () => {
    const html = await rendered(
      table(
        ['one', 'two'],
        texts.map(text => [code(text), 'end']),
      ),
    );
    const rows = [...html.matchAll(/<tr[^>]*>\s*<td[^>]*>(.*?)<\/td>\s*<td[^>]*>(.*?)<\/td>\s*<\/tr>/gs)];
    assert.deepEqual(
      rows.map(([, cell = '', end = '']) => [cellText(cell), end]),
      texts.map(text => [text, 'end']),
    );
  });

  it('stands in a line as what it is', async () => {
    const html = await rendered(texts.map(text => `- x ${code(text)} y\n`).join(''));
    const items = [...html.matchAll(/<li[^>]*>x (.*?) y<\/li>/gs)].map(([, item = '']) => cellText(item));
    assert.deepEqual(items, texts);
  });

  it('keeps to its line', () => assert.equal(code('a\nb\r\n\u2028c'), '`a b c`'));
  it('is nothing where there is nothing', () => assert.equal(code(''), ''));

  function cellText(html: string): string {
    const [, inner] = /^<code>([^<]*)<\/code>$/.exec(html) ?? [];
    assert.ok(inner !== undefined, html);
    return textOf(inner);
  }
});
