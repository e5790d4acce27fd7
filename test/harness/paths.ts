import { join } from 'node:path';

/** The repository. Every entry of the harness starts with it as the working directory. */
export const root = process.cwd();

/** What is installed for the tests and kept between runs. */
export const cache = join(root, '.vscode-test');

/** Where screenshots of failures go. */
export const failures = join(cache, 'failures');

/** An extension that helps the tests. */
export const companion = join(root, 'test/harness/companion');

export const sampleFolder = join(root, 'test/fixtures/workspace');
