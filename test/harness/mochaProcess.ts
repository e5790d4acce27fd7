import Mocha from 'mocha';
import { runMocha } from './runMocha.ts';

// Called as: mochaProcess.ts <ms per test> <file>…
const [timeout, ...files] = process.argv.slice(2);
const passed = await runMocha(Mocha, files, Number(timeout));
process.exit(passed ? 0 : 1);
