import { copyFileSync, cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cleanup } from '../harness/cleanup.ts';
import { root } from '../harness/paths.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

export const ours = 'byok-tools.confluent-byok';

/** A new extension that does nothing, and is activated only when somebody asks for it. */
export function emptyExtension(cleanup: Cleanup, name: string): string {
  const folder = temporaryFolder(cleanup);
  const engines = { vscode: '^1.104.0' };
  const manifest = {
    name,
    publisher: 'bench',
    version: '0.0.0',
    engines,
    main: './empty.js',
    activationEvents: [],
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'empty.js'), 'exports.activate = () => undefined;');
  return folder;
}

/** What was built, as it is packed, with the probe before it. */
export function probedExtension(cleanup: Cleanup): string {
  const folder = temporaryFolder(cleanup);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly files: readonly string[];
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, main: './probe.js' }));
  for (const file of globSync([...manifest.files], { cwd: root })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  copyFileSync(join(root, 'dist/test/bench/host/probe.js'), join(folder, 'probe.js'));
  return folder;
}
