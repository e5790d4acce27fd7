import { spawn } from 'node:child_process';

interface Options {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

const keptCharacters = 4000;

/** Runs a command to its end; resolves to what it printed, and throws the end of that when the command fails. */
export async function runQuietly(
  command: string,
  args: readonly string[],
  options: Options = {},
): Promise<string> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += String(chunk)));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code === 0) return output;
  throw new Error(`\`${[command, ...args].join(' ')}\` failed:\n${output.slice(-keptCharacters)}`);
}
