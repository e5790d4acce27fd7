import { runUnderProjectNode } from './bootstrap.mjs';

try {
  process.exitCode = await runUnderProjectNode('./buildAndPicture.ts', process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
