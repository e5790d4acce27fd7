import type { Locator } from 'playwright-core';

/**
 * What a person reads there at this moment: one line, with the editor's no-break spaces as spaces. Empty where
 * nothing is, or no longer: it waits for nothing.
 */
export async function textOf(locator: Locator): Promise<string> {
  return (await textsOf(locator))[0] ?? '';
}

export async function textsOf(locator: Locator): Promise<readonly string[]> {
  return (await locator.allTextContents()).map(plain);
}

/** With the editor's no-break spaces as spaces, and none at the ends. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').trim();
}
