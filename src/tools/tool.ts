import type * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { ClusterStore } from '../stores/clusterStore';
import type { Findings } from '../stores/findings';
import type { KeyStore } from '../stores/keyStore';

/** What the tools read. No credential is among it. */
export interface ToolParts {
  readonly connections: ConnectionStore;
  readonly store: KeyStore;
  readonly clusters: ClusterStore;
  readonly findings: () => Promise<Findings>;
}

/** What a language model can ask for. package.json describes it to the model, and has the schema of the input. */
export interface Tool {
  readonly name: `byok_${string}`;
  /** What a person reads while it runs. Fixed words: the input is the model's. */
  readonly message: string;
  /** What a person is asked before. */
  readonly question: string;
  /** The answer as JSON. Throws a `ToolError` that the model can act on, or a `CancellationError`. */
  run(input: unknown, token: vscode.CancellationToken): Promise<object>;
}

/** An error whose message is for the language model: what is wrong, and what to do instead. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}
