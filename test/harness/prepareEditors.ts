import { ensureBrowser } from './browser.ts';
import { installServer } from './installServer.ts';
import { takesDesktop } from './takesDesktop.ts';
import type { TestOptions } from './testOptions.ts';

/**
 * Installs the editors and the browser that the wanted steps need, all at once; resolves to why that was not
 * possible, or to undefined.
 */
export async function prepareEditors({
  only,
  releases,
}: Pick<TestOptions, 'only' | 'releases'>): Promise<string | undefined> {
  // A desktop VS Code is downloaded when it is first started; the tests through the browser take the last server.
  const servers = (await takesDesktop()) ? (only.includes('ui') ? releases.slice(-1) : []) : releases;
  if (servers.length === 0) return undefined;
  try {
    await Promise.all([ensureBrowser(), ...servers.map(installServer)]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
