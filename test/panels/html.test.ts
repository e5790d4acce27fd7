import assert from 'node:assert/strict';
import type { HtmlParts } from '../../src/panels/html';
import { escaped, pageHtml } from '../../src/panels/html';
import { hostileTexts } from '../vscode/hostile';

const parts: HtmlParts = {
  cspSource: 'https://*.vscode-cdn.net',
  nonce: 'bm9uY2U',
  script: 'https://file.vscode-cdn.net/dist/media/keyPage.js',
  style: 'https://file.vscode-cdn.net/dist/media/keyPage.css',
  language: 'de',
  state: { title: 'payments-prod-eu' },
};

/** The policy as a table: directive, sources. */
function policyOf(html: string): Readonly<Record<string, string>> {
  const [, content = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  const policy = content.replaceAll('&#39;', "'");
  return Object.fromEntries(
    policy.split('; ').map(directive => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')] as const;
    }),
  );
}

const stateOf = (html: string): unknown => {
  const [, data = 'null'] = /<script type="application\/json" id="state">(.*?)<\/script>/s.exec(html) ?? [];
  return JSON.parse(data) as unknown;
};

describe('the document of a page', () => {
  it('lets nothing run, load or connect but its own script and styles', () => {
    assert.deepEqual(policyOf(pageHtml(parts)), {
      'default-src': "'none'",
      'script-src': "'nonce-bm9uY2U'",
      'style-src': "https://*.vscode-cdn.net 'nonce-bm9uY2U'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  it('names its language and what it is about', () => {
    const html = pageHtml(parts);
    assert.match(html, /<html lang="de">/);
    assert.match(html, /<title>payments-prod-eu<\/title>/);
  });

  const marks = (html: string): readonly string[] => html.match(/<[!/\w][^>]*>/g) ?? [];
  const hostile = {
    ...hostileTexts,
    'the end of a script': '</script><script>alert(1)</script><!--<script>',
  };
  for (const [label, text] of Object.entries(hostile)) {
    it(`has no other element for ${label}, and the state is whole`, () => {
      const state = { title: text, deep: [{ [text]: text }] };
      const html = pageHtml({ ...parts, state });
      assert.equal(marks(html).length, marks(pageHtml(parts)).length);
      assert.deepEqual(stateOf(html), state);
    });
  }
});

describe('escaped', () => {
  it('leaves nothing that ends a text, a tag or an attribute', () => {
    assert.equal(escaped(`<a href='x' id="y">&amp;`), '&#60;a href=&#39;x&#39; id=&#34;y&#34;&#62;&#38;amp;');
  });
});
