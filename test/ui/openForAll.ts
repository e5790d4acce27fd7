import type { SimulatedOrganization } from '../../src/simulator/organization';
import { type OpenOptions, openVsCode, pictureFailures, type VsCode } from './driver.ts';
import { type ServedOrganization, serveOrganization, signInByHand } from './organization.ts';

export interface ForAll extends OpenOptions {
  /** What the organization that is served has otherwise than the demo organization. */
  readonly organization?: Partial<SimulatedOrganization>;
  /** Whether the view of the extension is left as it is at the start: closed. Otherwise it is in sight. */
  readonly isViewClosed?: boolean;
  /**
   * Who is signed in, and whose keys are there, before the tests begin: the demo organization, or the one that is
   * served, with this label or with its own name. Without it, nobody.
   */
  readonly signIn?: 'demo' | { readonly label: string } | 'by its name';
  /** Whether no test leaves faults, notifications and editors to the next one. */
  readonly clearsUp?: boolean;
}

export interface Opened {
  readonly vscode: VsCode;
  readonly organization: ServedOrganization;
}

/**
 * Called in a `describe`: opens a VS Code for all of its tests, with an organization that is served, and closes both.
 * `prepare` takes them, and gets them ready for what the tests want: nobody is signed in yet. Options that depend on
 * what is made before all tests are a function.
 */
export function openForAll(options: ForAll | (() => ForAll), prepare: (opened: Opened) => void): void {
  let vscode: VsCode | undefined;
  let organization: ServedOrganization | undefined;
  pictureFailures(() => vscode);
  before(async () => {
    const wanted = typeof options === 'function' ? options() : options;
    organization = await serveOrganization(wanted.organization);
    vscode = await openVsCode(wanted);
    prepare({ vscode, organization });
    if (!wanted.isViewClosed) await vscode.openContainer('Encryption Keys');
    await signIn(vscode, organization, wanted.signIn);
  });
  after(async () => {
    await vscode?.close();
    await organization?.server.close();
  });
  if (typeof options === 'object' && options.clearsUp)
    afterEach(async () => {
      organization?.simulator.faults.clear();
      await vscode?.runCommand('Notifications: Clear All Notifications');
      await vscode?.runCommand('View: Close All Editors');
    });
}

async function signIn(
  vscode: VsCode,
  organization: ServedOrganization,
  who: ForAll['signIn'],
): Promise<void> {
  if (who === undefined) return;
  if (who === 'demo') await vscode.runCommand('Confluent BYOK: Explore the Demo Organization');
  else await signInByHand(vscode, organization, who === 'by its name' ? undefined : who.label);
  // The last of its rows.
  await vscode.keys.waitFor('mobile-events-dev');
}
