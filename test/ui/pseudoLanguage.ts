import { getL10nPseudoLocalized } from '@vscode/l10n-dev';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cleanup } from '../harness/cleanup.ts';
import { root } from '../harness/paths.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

/** The language that no person speaks: every text is longer, and no letter is as it was. */
export const pseudoLanguage = 'qps-ploc';

export interface PseudoExtension {
  /** This extension, with its texts in that language. */
  readonly folder: string;
  /** The texts of package.json as they are there. */
  readonly manifestTexts: Readonly<Record<string, string>>;
}

export function pseudoExtension(cleanup: Cleanup): PseudoExtension {
  const folder = temporaryFolder(cleanup);
  // Copies: VS Code tells by the real path of a script whose it is.
  for (const name of ['package.json', 'package.nls.json', 'dist', 'media'])
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: path => !path.startsWith(join(root, 'dist/test')),
    });
  mkdirSync(join(folder, 'l10n'));
  translate('l10n/bundle.l10n.json', join(folder, `l10n/bundle.l10n.${pseudoLanguage}.json`));
  const manifestTexts = translate('package.nls.json', join(folder, `package.nls.${pseudoLanguage}.json`));
  return { folder, manifestTexts };
}

function translate(from: string, to: string): Readonly<Record<string, string>> {
  const english = JSON.parse(readFileSync(join(root, from), 'utf8')) as Record<string, string>;
  const texts = getL10nPseudoLocalized(english) as Record<string, string>;
  writeFileSync(to, JSON.stringify(texts));
  return texts;
}
