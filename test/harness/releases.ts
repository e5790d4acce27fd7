/** A version of VS Code that the extension is tested on, and the npm packages that carry it and the Node it needs. */
export interface Release {
  readonly vscode: string;
  readonly codeServer: string;
  readonly node: string;
  /** Packages of this version's server that are not compiled yet when they come, and that the tests need. */
  readonly compiled: readonly string[];
  /** Arguments that this version's server alone knows. */
  readonly serverArguments: readonly string[];
}

/** The oldest version that package.json's `engines` allows. */
export const oldest: Release = {
  vscode: '1.104.0',
  codeServer: '4.104.0',
  node: '22.23.3',
  // Its terminals; newer versions bring theirs compiled.
  compiled: ['node-pty'],
  serverArguments: [],
};

export const newest: Release = {
  vscode: '1.139.1',
  codeServer: '4.139.1',
  node: '24.21.0',
  compiled: [],
  serverArguments: ['--skip-sessions-welcome'],
};

export const releases = [oldest, newest] as const;

/** The release whose version starts with `version` ("1.139"); throws when there is none. */
export function findRelease(version: string): Release {
  const found = releases.find(({ vscode }) => vscode === version || vscode.startsWith(`${version}.`));
  if (found) return found;
  throw new Error(`VS Code ${version} is not tested; there are ${releases.map(r => r.vscode).join(', ')}.`);
}
