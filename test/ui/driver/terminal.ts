import type { Page } from 'playwright-core';

/** What the terminal in sight shows, without the ends of its lines: a long line is broken where the terminal ends. */
export async function terminalText(page: Page): Promise<string> {
  const lines = await page.locator('.terminal-wrapper.active .xterm-rows > div').allInnerTexts();
  return lines.join('').replaceAll('\u00a0', ' ');
}
