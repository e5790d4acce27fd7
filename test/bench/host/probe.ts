// Stands before the built extension, as its `main`, and counts what it does to VS Code and to the host.
import { createHook } from 'node:async_hooks';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { ConfluentByok } from '../../../src/exported/exports';

export interface Probe {
  /** Times at which rows were said to be others, in ms since 1970, with fractions. */
  readonly treeEvents: number[];
  /** How often the keyring was asked. */
  secretReads: number;
  /** Timers that code of the extension has set so far, where BYOK_BENCH_TIMERS is set. */
  timersSet: number;
  /** Those of them that have neither fired nor been cleared, with where in the extension they were set. */
  readonly timersAlive: Map<number, string>;
}

export interface ProbedByok extends ConfluentByok {
  readonly probe: Probe;
}

interface Extension {
  activate(context: vscode.ExtensionContext): ConfluentByok;
}

const dist = join(__dirname, 'dist');
const probe: Probe = { treeEvents: [], secretReads: 0, timersSet: 0, timersAlive: new Map() };

export function activate(context: vscode.ExtensionContext): ProbedByok {
  if (process.env['BYOK_BENCH_TIMERS'] !== undefined) countTimers();
  countTreeEvents();
  const counted = Object.create(context, {
    secrets: { value: countingReads(context.secrets) },
  }) as typeof context;
  const extension = createRequire(__filename)(join(dist, 'extension.js')) as Extension;
  return { ...extension.activate(counted), probe };
}

function countingReads(secrets: vscode.SecretStorage): vscode.SecretStorage {
  return {
    get: key => {
      probe.secretReads += 1;
      return secrets.get(key);
    },
    store: (key, value) => secrets.store(key, value),
    delete: key => secrets.delete(key),
    onDidChange: secrets.onDidChange,
  };
}

function countTreeEvents(): void {
  const { window } = vscode;
  const createTreeView = window.createTreeView.bind(window);
  Object.assign(window, {
    createTreeView: <T>(id: string, options: vscode.TreeViewOptions<T>) => {
      options.treeDataProvider.onDidChangeTreeData?.(() => {
        probe.treeEvents.push(performance.timeOrigin + performance.now());
      });
      return createTreeView(id, options);
    },
  });
}

/** Every timer of Node passes here, whatever it was set by; the stack tells whose it is. */
function countTimers(): void {
  createHook({
    init(id, type) {
      if (type !== 'Timeout' && type !== 'Immediate') return;
      const { stackTraceLimit } = Error;
      Error.stackTraceLimit = 50;
      const { stack = '' } = new Error();
      Error.stackTraceLimit = stackTraceLimit;
      if (!stack.includes(dist)) return;
      probe.timersSet += 1;
      const place = stack.split('\n').filter(line => line.includes(dist));
      probe.timersAlive.set(id, place.map(line => line.trim().replace(dist, '')).join(' '));
    },
    destroy(id) {
      probe.timersAlive.delete(id);
    },
  }).enable();
}
