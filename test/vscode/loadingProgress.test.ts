import assert from 'node:assert/strict';
import { LoadingProgress } from '../../src/tree/loadingProgress';
import { turn } from '../fakes/turn';
import { openStores } from './openStores';

/** Writes down when progress is shown, and when it ends. */
class FakeProgress {
  readonly log: string[] = [];
  readonly show = (work: Promise<unknown>): void => {
    this.log.push('shown');
    void work.then(() => this.log.push('ended'));
  };
}

describe('LoadingProgress', () => {
  let open: Awaited<ReturnType<typeof openStores>>;
  let progress: FakeProgress;
  beforeEach(async () => {
    open = await openStores();
    progress = new FakeProgress();
  });
  afterEach(() => open.dispose());

  const follow = (): LoadingProgress =>
    new LoadingProgress(open.store, open.connections, work => progress.show(work));

  it('is shown once from the first request to the last, whoever asks', async () => {
    const loading = follow();
    open.gate.close();
    const refreshes = [open.store.refresh(open.id), open.store.refresh(open.id)];
    await open.gate.held();
    assert.deepEqual(progress.log, ['shown']);
    open.gate.open();
    await Promise.all(refreshes);
    await turn();
    assert.deepEqual(progress.log, ['shown', 'ended']);
    await open.store.refresh(open.id);
    await turn();
    assert.deepEqual(progress.log, ['shown', 'ended', 'shown', 'ended']);
    loading.dispose();
  });

  it('is shown for what began before', async () => {
    open.gate.close();
    const refresh = open.store.refresh(open.id);
    const loading = follow();
    assert.deepEqual(progress.log, ['shown']);
    open.gate.open();
    await refresh;
    await turn();
    assert.deepEqual(progress.log, ['shown', 'ended']);
    loading.dispose();
  });

  it('ends with a failure, a sign-out, and the window', async () => {
    let loading = follow();
    open.simulator.faults.add({ fault: { kind: 'status', status: 400 } });
    await open.store.refresh(open.id);
    await turn();
    assert.deepEqual(progress.log, ['shown', 'ended']);
    open.gate.close();
    void open.store.refresh(open.id);
    loading.dispose();
    await turn();
    assert.deepEqual(progress.log, ['shown', 'ended', 'shown', 'ended']);
    loading = follow();
    await open.connections.remove(open.id);
    await turn();
    assert.deepEqual(progress.log, ['shown', 'ended', 'shown', 'ended', 'shown', 'ended']);
    loading.dispose();
  });
});
