import type { Page } from 'playwright-core';
import { waitUntil } from './waitUntil.ts';

/** Waits until the terminal in sight shows this, and keys go there. A long line is broken where the terminal ends. */
export async function waitForTerminal(page: Page, line: string): Promise<void> {
  const rows = page.locator('.terminal-wrapper.active .xterm-rows > div');
  const unbroken = (texts: readonly string[]): string => texts.join('').replaceAll(/\s/g, '');
  await waitUntil(`the line "${line}"`, async () =>
    unbroken(await rows.allInnerTexts()).includes(unbroken([line])),
  );
  await page.locator('.terminal-wrapper.active .xterm-helper-textarea:focus').waitFor();
}
