const address = 'https://update.code.visualstudio.com/';
const patience = 3000;

/**
 * Whether the tests run in desktop VS Code, as BYOK_TEST_VSCODE says ("desktop" or "server"); unless it is set,
 * they do where there is a display and VS Code can be downloaded.
 */
export async function takesDesktop(): Promise<boolean> {
  const wish = process.env['BYOK_TEST_VSCODE'];
  if (wish === 'desktop' || wish === 'server') return wish === 'desktop';
  if (wish) throw new Error(`BYOK_TEST_VSCODE is "desktop" or "server", not "${wish}".`);
  return hasDisplay() && (await answers(address));
}

/** Whether a window can be opened here. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(patience) })).status < 500;
  } catch {
    return false;
  }
}
