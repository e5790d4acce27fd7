import type { PageState } from './protocol/page';
import { liveElement, rootElement, stateElement } from './protocol/page';

export interface HtmlParts {
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** Of this document alone, and not to be guessed. */
  readonly nonce: string;
  /** Addresses in the webview. */
  readonly script: string;
  readonly style: string;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly state: PageState;
}

/**
 * The document of a page: no content but the state to draw, as data. Nothing runs, loads or connects that the policy
 * does not name. The toolkit reads the nonce from the element with the property, for a style of its own.
 */
export function pageHtml({ cspSource, nonce, script, style, language, state }: HtmlParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource} 'nonce-${nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${escaped(nonce)}">
<title>${escaped(state.title)}</title>
<link rel="stylesheet" href="${escaped(style)}">
</head>
<body>
<div id="${rootElement}"></div>
<div id="${liveElement}" role="status"></div>
<script type="application/json" id="${stateElement}">${scriptData(state)}</script>
<script nonce="${escaped(nonce)}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

/** Text as it can stand between tags and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

/** JSON that cannot end the script element it stands in, nor begin a comment there. */
function scriptData(value: PageState): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
