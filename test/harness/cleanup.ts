/**
 * What must be undone when the work ends: in good order, by a failure, or by Ctrl+C. Last added, first undone.
 * All of it is synchronous, so that it can also be done when the process exits.
 */
export class Cleanup {
  readonly #undo: (() => void)[] = [];
  readonly #run = () => this.run();
  readonly #interrupt = () => process.exit(130);

  constructor() {
    process.on('exit', this.#run);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, this.#interrupt);
  }

  add(undo: () => void): void {
    this.#undo.push(undo);
  }

  run(): void {
    for (let undo = this.#undo.pop(); undo; undo = this.#undo.pop()) undo();
    process.off('exit', this.#run);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, this.#interrupt);
  }
}
