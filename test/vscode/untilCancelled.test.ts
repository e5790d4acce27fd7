import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { untilCancelled } from '../../src/tools/organizations';

describe('what a tool waits for', () => {
  const never = new Promise<string>(() => undefined);
  let source: vscode.CancellationTokenSource;
  beforeEach(() => {
    source = new vscode.CancellationTokenSource();
  });

  it('is given, or thrown', async () => {
    const broken = new Error('broken');
    assert.equal(await untilCancelled(Promise.resolve('done'), source.token), 'done');
    await assert.rejects(untilCancelled(Promise.reject(broken), source.token), broken);
  });

  it('is not waited for once nobody wants the answer any more', async () => {
    const waiting = untilCancelled(never, source.token);
    source.cancel();
    await assert.rejects(waiting, vscode.CancellationError);
  });

  it('is not waited for when nobody wanted it from the start', async () => {
    source.cancel();
    await assert.rejects(untilCancelled(never, source.token), vscode.CancellationError);
  });
});
