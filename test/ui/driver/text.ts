import type { Locator } from 'playwright-core';

/** What a person reads there: one line, with the editor's no-break spaces as spaces. */
export async function textOf(locator: Locator): Promise<string> {
  if ((await locator.count()) === 0) return '';
  return plain((await locator.first().textContent()) ?? '');
}

export async function textsOf(locator: Locator): Promise<readonly string[]> {
  return (await locator.allTextContents()).map(plain);
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim();
}
