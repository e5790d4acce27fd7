import assert from 'node:assert/strict';
import type { VsCode } from './driver.ts';
import { waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';

describe('renaming a key', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  openForAll({ signIn: 'by its name' }, opened => ({ vscode, organization } = opened));

  const rename = async (label: string) => {
    await vscode.keys.focus(['AWS', 'Available', label]);
    await vscode.press('F2');
    return await vscode.quickInput.waitFor('Rename Key');
  };
  const names = (): readonly string[] =>
    organization.simulator.requests
      .filter(({ method, path }) => method === 'PATCH' && path.endsWith('/cck-q81fz'))
      .map(({ body }) => body ?? '');

  it('starts from its name, by F2 on its row', async () => {
    assert.equal((await rename('orders-staging')).value, 'orders-staging');
    await vscode.quickInput.type('  orders, rehearsal ');
    await vscode.quickInput.accept();
    await vscode.keys.waitFor('orders, rehearsal');
    assert.deepEqual(names(), ['{"display_name":"orders, rehearsal"}']);
  });

  it('changes nothing when the user leaves, or leaves it as it is', async () => {
    await rename('orders, rehearsal');
    await vscode.quickInput.type('other');
    await vscode.quickInput.leave();
    await rename('orders, rehearsal');
    await vscode.quickInput.accept();
    await vscode.quickInput.waitUntilClosed();
    assert.equal(names().length, 1);
  });

  it('keeps what was typed when the service refuses', async () => {
    organization.simulator.faults.add({ match: { method: 'PATCH' }, fault: { kind: 'status', status: 409 } });
    await rename('orders, rehearsal');
    await vscode.quickInput.type('orders');
    await vscode.quickInput.accept();
    await vscode.notifications.choose('The key keeps its name.', 'Try Again');
    assert.equal((await vscode.quickInput.waitFor('Rename Key')).value, 'orders');
    await vscode.quickInput.accept();
    await vscode.keys.waitFor(/^orders$/);
  });

  it('takes the name away with an empty one: the key is shown by its id', async () => {
    const { message } = await rename('orders');
    assert.match(message, /Left empty, the key is shown by its id\./);
    await vscode.quickInput.type('');
    await vscode.quickInput.accept();
    await vscode.keys.waitFor('cck-q81fz');
    await vscode.viewAction('Refresh All Keys');
    await waitUntil('the list', async () => organization.simulator.requests.at(-1)?.path.includes('keys?'));
    assert.ok((await vscode.keys.labels()).includes('cck-q81fz'));
    assert.equal((await rename('cck-q81fz')).value, '');
    await vscode.quickInput.leave();
  });
});
