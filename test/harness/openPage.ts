import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { browserArguments, ensureBrowser } from './browser.ts';
import type { Cleanup } from './cleanup.ts';

export interface OpenedPage {
  readonly browser: Browser;
  readonly page: Page;
}

/** An empty page of a headless browser, which ends with `cleanup` or with this process. */
export async function openPage(cleanup: Cleanup, options: BrowserContextOptions = {}): Promise<OpenedPage> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [...browserArguments],
    // Signals are the business of `cleanup`.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  cleanup.add(() => void browser.close());
  const context = await browser.newContext(options);
  return { browser, page: await context.newPage() };
}
