import { spawn } from 'node:child_process';
import { findProgram } from './findProgram.ts';
import { hasDisplay } from './takesDesktop.ts';

/** Opens an address in the user's own browser, where there is one. */
export function openInBrowser(address: string): void {
  const program = findProgram(['xdg-open', 'open']);
  if (program === undefined || !hasDisplay()) return;
  const child = spawn(program, [address], { stdio: 'ignore', detached: true });
  // The address is printed too, so that nothing is lost without a browser.
  child.on('error', () => undefined);
  child.unref();
}
