import { runUnderProjectNode } from './harness/bootstrap.mjs';

try {
  process.exitCode = await runUnderProjectNode('./runSteps.ts', process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
