import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../simulator/ask';
import { CloudCommands } from './cloudCommands.ts';
import type { VsCode } from './driver.ts';
import { waitForTerminal } from './driver/terminal.ts';
import { focusIn } from './driver/webviewDocument.ts';
import { becomes, waitUntil } from './driver/waitUntil.ts';
import { openForAll } from './openForAll.ts';
import type { ServedOrganization } from './organization';

describe('what is done from the page of a key', () => {
  let vscode: VsCode;
  let organization: ServedOrganization;
  const commands = new CloudCommands();
  openForAll(
    { signIn: { label: 'Acme' }, size: { width: 1400, height: 1000 }, settings: commands.settings },
    opened => ({ vscode, organization } = opened),
  );

  after(() => commands.remove());

  const page = () => vscode.editors.webview();
  const button = (name: string) => page().getByRole('button', { name, exact: true });
  const pressByKey = async (name: string): Promise<void> => {
    await button(name).focus();
    await vscode.press('Enter');
  };
  const open = async (...path: readonly string[]): Promise<void> => {
    await vscode.keys.open(path);
    await page()
      .getByRole('heading', { level: 1, name: path.at(-1) ?? '', exact: true })
      .waitFor();
  };
  const focusComesTo = (name: string) => becomes(async () => (await focusIn(page())).name, name);

  describe('muting a finding', () => {
    const title = 'Invalid key in use: cck-b0v6h';
    const muted = () => page().locator('summary', { hasText: /^Muted \(1\)$/ });
    const worstIs = async (title: string, key: string): Promise<void> => {
      await vscode.runCommand('Confluent BYOK: Show Findings…');
      await becomes(async () => {
        const [first] = await vscode.quickInput.items();
        return [first?.label, first?.description];
      }, [title, key]);
      await vscode.quickInput.leave();
    };

    it('that is left by Escape mutes nothing, and gives the focus back', async () => {
      await open('AWS', 'In use', 'fraud-detection-prod');
      await pressByKey('Mute…');
      await vscode.quickInput.waitFor(title);
      await vscode.quickInput.type('Agreed until');
      await vscode.quickInput.leave();
      await focusComesTo('Mute…');
      assert.equal(await muted().count(), 0);
      await worstIs('Invalid key in use', 'fraud-detection-prod');
    });

    it('by keyboard leaves the focus where the finding went, and so does unmuting', async () => {
      await pressByKey('Mute…');
      await vscode.quickInput.waitFor(title);
      await vscode.quickInput.type('Agreed');
      await vscode.quickInput.accept();
      await focusComesTo('Muted (1)');
      await vscode.press('Enter');
      await button('Unmute').waitFor();
      await vscode.press('Tab');
      await focusComesTo('Unmute');
      await vscode.press('Enter');
      await focusComesTo('Mute…');
      assert.equal(await muted().count(), 0);
    });

    it('by mouse wants a reason, and shows it with the finding', async () => {
      await button('Mute…').click();
      await vscode.quickInput.waitFor(title);
      await vscode.quickInput.accept();
      await vscode.quickInput.waitForMessage(/^Say why/);
      await vscode.quickInput.type('Agreed <b>until</b> March');
      await vscode.quickInput.accept();
      await vscode.quickInput.waitUntilClosed();
      await button('Mute…').waitFor({ state: 'hidden' });
      // It was opened before.
      await page().getByText('Muted just now: Agreed <b>until</b> March', { exact: true }).waitFor();
      await worstIs('Cluster in another region than its key', 'inventory-prod');
    });

    it('is taken back by keyboard', async () => {
      await pressByKey('Unmute');
      await button('Mute…').waitFor();
      await focusComesTo('Mute…');
      assert.equal(await muted().count(), 0);
      await worstIs('Invalid key in use', 'fraud-detection-prod');
    });
  });

  describe('deleting the key', () => {
    const question = 'Delete the registration of this key?';
    const gone = () => page().getByText('This key is gone: Acme does not have it any more.');
    const isThere = async (id: string): Promise<boolean> =>
      (await ask(organization.simulator, `GET /byok/v1/keys/${id}`)).status === 200;
    /** How often a registration was deleted, or should have been, by whoever. */
    const deletions = (id: string): number =>
      organization.simulator.requests.filter(
        ({ method, path }) => method === 'DELETE' && path.endsWith(`/${id}`),
      ).length;
    const waitUntilGone = async (label: string): Promise<void> => {
      await gone().waitFor();
      await vscode.keys.waitUntilGone(label);
      assert.equal(await page().getByRole('group', { name: 'Actions' }).count(), 0);
    };

    it('is left by a button or by Escape with everything as it was', async () => {
      await open('AWS', 'Available', 'clickstream-dev');
      await button('Delete Registration…').click();
      assert.equal((await vscode.dialog.state()).message, question);
      await vscode.dialog.choose('Cancel');
      await pressByKey('Delete Registration…');
      await vscode.dialog.state();
      await vscode.press('Escape');
      await vscode.dialog.waitUntilClosed();
      await focusComesTo('Delete Registration…');
      await vscode.press('Enter');
      assert.equal((await vscode.dialog.state()).message, question);
      await vscode.press('Escape');
      await vscode.dialog.waitUntilClosed();
      assert.deepEqual([deletions('cck-3nd8s'), await isThere('cck-3nd8s')], [0, true]);
      assert.ok((await vscode.keys.labels()).includes('clickstream-dev'));
    });

    it('is done by mouse: the page says so, the row goes, and the service has forgotten it', async () => {
      await button('Delete Registration…').click();
      await vscode.dialog.choose('Delete');
      await waitUntilGone('clickstream-dev');
      assert.deepEqual([deletions('cck-3nd8s'), await isThere('cck-3nd8s')], [1, false]);
      const { editors } = vscode;
      await becomes(() => editors.activeTab(), editors.tabOfPage('clickstream-dev', 'cck-3nd8s'));
    });

    it('is done by keyboard', async () => {
      await open('AWS', 'Available', 'analytics-replicated');
      await pressByKey('Delete Registration…');
      assert.equal((await vscode.dialog.state()).message, question);
      await waitUntil('the focus on Delete', async () => {
        if ((await vscode.page.evaluate('document.activeElement.textContent')) === 'Delete') return true;
        await vscode.press('Tab');
        return false;
      });
      await vscode.press('Enter');
      await waitUntilGone('analytics-replicated');
      await focusComesTo('analytics-replicated');
      assert.deepEqual([deletions('cck-m9w2c'), await isThere('cck-m9w2c')], [1, false]);
    });

    it('that a cluster has wants its id, and is left by Escape there too', async () => {
      await open('AWS', 'In use', 'payments-prod-eu');
      await button('Delete Registration…').click();
      const { detail } = await vscode.dialog.state();
      assert.match(detail, /Used by payments-eu \(lkc-1p4ye\)\./);
      await vscode.dialog.choose('Delete…');
      await vscode.quickInput.waitFor('Delete Keys That Are Not Known to Be Free');
      await vscode.quickInput.type('cck-7k2ma');
      await vscode.quickInput.leave();
      await focusComesTo('Delete Registration…');
      assert.deepEqual([deletions('cck-7k2ma'), await isThere('cck-7k2ma')], [0, true]);
    });

    it('that a cluster has is refused by the service, and the page stays', async () => {
      await button('Delete Registration…').click();
      await vscode.dialog.choose('Delete…');
      await vscode.quickInput.waitFor('Delete Keys That Are Not Known to Be Free');
      await vscode.quickInput.type('cck-7k2ma');
      await vscode.quickInput.accept();
      await vscode.notifications.waitFor('The key was not deleted. Confluent Cloud holds a key');
      await vscode.runCommand('Notifications: Clear All Notifications');
      await button('Delete Registration…').waitFor();
      assert.equal(await gone().count(), 0);
      assert.deepEqual([deletions('cck-7k2ma'), await isThere('cck-7k2ma')], [1, true]);
      assert.ok((await vscode.keys.labels()).includes('payments-prod-eu'));
    });

    it('that somebody else has deleted meanwhile asks nothing, and sends nothing', async () => {
      await open('Azure', 'Available', 'hr-platform-test');
      const id = await idOnPage();
      await ask(organization.simulator, `DELETE /byok/v1/keys/${id}`);
      await button('Delete Registration…').click();
      await vscode.statusItem('Somebody else has deleted it before').waitFor();
      assert.equal(await vscode.page.locator('.monaco-dialog-box').count(), 0);
      assert.equal(deletions(id), 1);
    });

    it('that somebody else deletes while it asks is told as such', async () => {
      await open('AWS', 'Available', 'orders-staging');
      await button('Delete Registration…').click();
      assert.equal((await vscode.dialog.state()).message, question);
      await ask(organization.simulator, 'DELETE /byok/v1/keys/cck-q81fz');
      await vscode.dialog.choose('Delete');
      await waitUntilGone('orders-staging');
      await vscode.statusItem('Somebody else has deleted it before').waitFor();
      assert.equal(deletions('cck-q81fz'), 2);
    });

    const idOnPage = async (): Promise<string> =>
      await page()
        .getByText(/^cck-\w+$/)
        .first()
        .innerText();
  });

  describe('typing its grant into a terminal', () => {
    const panel = () => page().getByRole('tabpanel');
    afterEach(() => vscode.runCommand('Terminal: Kill All Terminals'));

    it('by mouse leaves Enter to the user', async () => {
      const file = join(vscode.folder, 'key-policy.json');
      await open('AWS', 'In use', 'payments-prod-us');
      await page().getByRole('tab', { name: 'Commands' }).click();
      await panel()
        .getByRole('button', { name: 'Type Into a Terminal: Save the Policy', exact: true })
        .click();
      await waitForTerminal(
        vscode.page,
        'aws kms get-key-policy --key-id arn:aws:kms:us-east-1:111122223333:key/',
      );
      assert.deepEqual([commands.calls(), existsSync(file)], [[], false]);
      await vscode.press('Enter');
      await waitUntil('the call', async () => commands.calls().length > 0);
      assert.match(commands.calls().join(), /^aws kms get-key-policy --key-id arn:aws:kms:us-east-1:[^\n]+$/);
      await waitUntil('the file', async () => existsSync(file));
    });

    it('by keyboard does the same, with the roles of the tab', async () => {
      const before = commands.calls().length;
      await open('Google Cloud', 'In use', 'search-prod-eu');
      await page().getByRole('tab', { name: 'Commands', exact: true }).focus();
      await vscode.press('ArrowRight');
      await page().getByRole('tab', { name: 'Commands, Predefined Roles', selected: true }).waitFor();
      await panel().getByRole('button', { name: 'Type Into a Terminal', exact: true }).focus();
      await vscode.press('Enter');
      const call = 'gcloud kms keys add-iam-policy-binding search --project=acme-search-prod';
      await waitForTerminal(vscode.page, call);
      assert.equal(commands.calls().length, before);
      await vscode.press('Enter');
      await waitUntil('the call', async () => commands.calls().length > before);
      assert.ok(commands.calls()[before]?.startsWith(call));
      assert.match(commands.calls()[before] ?? '', /--role=roles\/cloudkms\./);
    });

    it('is not offered for a shell that the terminal does not run, and says why', async () => {
      await page().getByRole('tab', { name: 'PowerShell', exact: true }).click();
      await panel().getByText('The terminal here runs ').waitFor();
      const type = panel().getByRole('button', { name: 'Type Into a Terminal', exact: true });
      assert.equal(await type.isDisabled(), true);
    });

    it('is gone with the key', async () => {
      await open('Google Cloud', 'Available', 'mobile-events-dev');
      await page().getByRole('tab', { name: 'Commands', exact: true }).click();
      const type = panel().getByRole('button', { name: 'Type Into a Terminal', exact: true });
      await type.waitFor();
      await ask(organization.simulator, 'DELETE /byok/v1/keys/cck-n5o1i');
      await button('Refresh').click();
      await page().getByText('This key is gone: Acme does not have it any more.').waitFor();
      assert.equal(await type.count(), 0);
    });
  });
});
