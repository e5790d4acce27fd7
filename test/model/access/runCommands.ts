import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What the stand-ins for the clouds' command lines do: print, and fail, where all the arguments fit a pattern of `case`. */
export interface Stubs {
  readonly prints?: readonly (readonly [pattern: string, output: string])[];
  readonly fails?: readonly string[];
}

export interface Ran {
  /** Each call: the program and its arguments. */
  readonly calls: readonly (readonly string[])[];
  readonly exitCode: number | null;
  /** The key policy that was in the folder at the end. */
  readonly policyFile: string | undefined;
}

/** Runs a script in a real `sh`, in an empty folder, with stand-ins that record what they were called with. */
export function runCommands(script: string, { prints = [], fails = [] }: Stubs = {}): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'grant-'));
  try {
    execFileSync('sh', ['-n'], { input: script });
    const log = join(folder, 'log');
    writeFileSync(log, '');
    const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
    const branches = [
      ...prints.map(([pattern, output]) => `  ${pattern}) printf '%s\\n' ${quote(output)} ;;`),
      ...fails.map(pattern => `  ${pattern}) exit 3 ;;`),
    ];
    for (const program of ['aws', 'az', 'gcloud']) {
      const file = join(folder, program);
      const record = `printf '%s\\0' "$#" ${program} "$@" >> ${quote(log)}`;
      writeFileSync(file, ['#!/bin/sh', record, 'case "$*" in', ...branches, 'esac', ''].join('\n'));
      chmodSync(file, 0o755);
    }
    const path = [folder, process.env['PATH']].join(delimiter);
    const { status } = spawnSync('sh', { input: script, cwd: folder, env: { PATH: path } });
    const policy = join(folder, 'key-policy.json');
    return {
      calls: readLog(readFileSync(log, 'utf8')),
      exitCode: status,
      policyFile: existsSync(policy) ? readFileSync(policy, 'utf8') : undefined,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readLog(log: string): readonly (readonly string[])[] {
  const words = log.split('\0').slice(0, -1);
  const calls: string[][] = [];
  while (words.length > 0) {
    const count = Number(words.shift());
    calls.push(words.splice(0, count + 1));
  }
  return calls;
}
