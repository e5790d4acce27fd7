import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { root } from '../../harness/paths.ts';

interface Axe {
  run(): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
    }[];
  }>;
}

/** What axe finds wrong in a webview: the rule, and the element with what is wrong about it. */
export async function violationsIn(webview: FrameLocator): Promise<readonly string[]> {
  const document = webview.locator('html');
  const source = readFileSync(
    createRequire(join(root, 'package.json')).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  await document.evaluate(`${source}; undefined`);
  return await document.evaluate(async () => {
    const { axe } = globalThis as unknown as { readonly axe: Axe };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 300)} ${failureSummary}`),
    );
  });
}
