import { runUnderProjectNode } from '../harness/bootstrap.mjs';

try {
  process.exitCode = await runUnderProjectNode('../bench/runBench.ts', process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
