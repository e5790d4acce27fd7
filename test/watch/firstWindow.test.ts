import assert from 'node:assert/strict';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FirstWindow } from '../../src/watch/firstWindow';
import { Cleanup } from '../harness/cleanup.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

const hour = 60 * 60;

describe('FirstWindow', () => {
  let cleanup: Cleanup;
  let folder: string;
  beforeEach(() => {
    cleanup = new Cleanup();
    folder = join(temporaryFolder(cleanup), 'told');
  });
  afterEach(() => cleanup.run());

  it('is one of many that ask at once, for each thing that is told', async () => {
    const windows = Array.from({ length: 20 }, () => new FirstWindow(folder));
    const firsts = async (name: string): Promise<number> =>
      (await Promise.all(windows.map(window => window.is(name)))).filter(Boolean).length;
    assert.deepEqual([await firsts('one'), await firsts('other'), await firsts('one')], [1, 1, 0]);
  });

  it('keeps no name, and nothing for longer than a day', async () => {
    const window = new FirstWindow(folder);
    await window.is('cck-1');
    const [file = ''] = readdirSync(folder);
    assert.doesNotMatch(file, /cck/);
    const at = Date.now() / 1000 - 25 * hour;
    utimesSync(join(folder, file), at, at);
    await window.is('cck-2');
    assert.deepEqual([readdirSync(folder).includes(file), readdirSync(folder).length], [false, 1]);
    assert.equal(await window.is('cck-2'), false);
  });

  it('is every one where there is no telling', async () => {
    const blocked = `${folder}-file`;
    writeFileSync(blocked, '');
    const window = new FirstWindow(join(blocked, 'told'));
    assert.deepEqual([await window.is('one'), await window.is('one')], [true, true]);
  });
});
