import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { UserSettings } from '../harness/userSettings.ts';

/** Stand-ins for `aws`, `az` and `gcloud` in the terminals of a VS Code, which write down what they are called with. */
export class CloudCommands {
  readonly #folder = mkdtempSync(join(tmpdir(), 'commands-'));
  readonly #log = join(this.#folder, 'log');

  constructor() {
    for (const program of ['aws', 'az', 'gcloud']) {
      const file = join(this.#folder, program);
      writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "${program} $*" >> '${this.#log}'\n`);
      chmodSync(file, 0o755);
    }
  }

  /** What makes the terminals find them first, and lets their text be read. */
  get settings(): UserSettings {
    const PATH = [this.#folder, process.env['PATH']].join(delimiter);
    // In a home of its own the shell reads nothing that would put the real ones first, and they find no credentials.
    const env = { PATH, HOME: this.#folder };
    return {
      'terminal.integrated.env.linux': env,
      'terminal.integrated.env.osx': env,
      'terminal.integrated.gpuAcceleration': 'off',
    };
  }

  /** The calls so far, each as one line. */
  calls(): readonly string[] {
    return existsSync(this.#log) ? readFileSync(this.#log, 'utf8').trimEnd().split('\n') : [];
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
