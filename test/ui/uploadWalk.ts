import type { VsCode } from './driver.ts';
import { waitUntil } from './driver/waitUntil.ts';
import type { ServedOrganization } from './organization.ts';

/** What a cloud asks for, and what is sent once it is answered. */
export interface Cloud {
  readonly label: 'AWS' | 'Azure' | 'Google Cloud';
  /** What each question is called, and an answer. */
  readonly fields: readonly (readonly [name: string, answer: string])[];
  readonly sent: object;
}

const arn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ff';
const url = 'https://my-vault.vault.azure.net/keys/my-key';
const tenant = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const vault = `/subscriptions/${tenant}/resourceGroups/my-group/providers/Microsoft.KeyVault/vaults/my-vault`;
const name = 'projects/my-project/locations/europe-west4/keyRings/my-ring/cryptoKeys/my-key';

export const aws: Cloud = {
  label: 'AWS',
  fields: [['Key ARN', arn]],
  sent: { kind: 'AwsKey', key_arn: arn },
};
export const azure: Cloud = {
  label: 'Azure',
  fields: [
    ['Key URL', url],
    ['Key Vault Resource ID', vault],
    ['Tenant ID', tenant],
  ],
  sent: { kind: 'AzureKey', key_id: url, key_vault_id: vault, tenant_id: tenant },
};
export const google: Cloud = {
  label: 'Google Cloud',
  fields: [['Key Resource Name', name]],
  sent: { kind: 'GcpKey', key_id: name },
};
/** A key that the demo organization has registered twice. */
export const ledgerArn = 'arn:aws:kms:eu-west-1:111122223333:key/f6916d2a-9f5b-4c63-8d0a-8c9e1d2f3a4b';

export const clouds: readonly Cloud[] = [aws, azure, google];

/** Walks through an upload by the keyboard alone. */
export class UploadWalk {
  constructor(
    private readonly vscode: VsCode,
    private readonly organization: ServedOrganization,
  ) {}

  /** What was sent to be registered, in order. */
  sent(): readonly unknown[] {
    return this.organization.simulator.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.parse(body ?? '') as unknown);
  }

  /** Waits until one key alone is selected in the tree, by its name. */
  async waitUntilSelected(name: string | RegExp): Promise<void> {
    await waitUntil(`${name} to be selected`, async () => {
      const names = (await this.vscode.keys.selected()).join();
      return typeof name === 'string' ? names === name : name.test(names);
    });
  }

  /** The titles of the steps of a cloud, from the first to the review. */
  titles({ fields }: Cloud): readonly string[] {
    return ['Upload a Key (', ...[...fields.map(([field]) => field), 'Name', 'Review'].map(titleOf)];
  }

  /** Replaces what is in the box. */
  async type(text: string): Promise<void> {
    await this.vscode.press('ControlOrMeta+A');
    await this.vscode.page.keyboard.insertText(text);
  }

  /** As a user pastes, in a box of one line too. */
  async paste(text: string): Promise<void> {
    await this.vscode.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await this.vscode.press('ControlOrMeta+A', 'ControlOrMeta+V');
  }

  async start(): Promise<void> {
    await this.vscode.runCommand('Confluent BYOK: Upload Key…');
    await this.vscode.quickInput.waitFor('Upload a Key (');
  }

  /** What the box has at a step once it is there. */
  async valueAt(title: string): Promise<string> {
    return (await this.vscode.quickInput.waitFor(title)).value;
  }

  /** Answers the first `count` steps of those that start with the choice of the cloud. */
  async answer(cloud: Cloud, displayName: string, count = Infinity): Promise<void> {
    const answers = [undefined, ...cloud.fields.map(([, answer]) => answer), displayName];
    for (const [index, title] of this.titles(cloud).slice(0, Math.min(count, answers.length)).entries()) {
      await this.vscode.quickInput.waitFor(title);
      const answer = answers[index];
      if (answer === undefined) await this.vscode.quickInput.pick(cloud.label);
      else {
        await this.type(answer);
        await this.vscode.press('Enter');
      }
    }
  }

  /** Waits until the review knows the organization. Gives the labels of its lines with what stands beside them. */
  async review(): Promise<readonly string[]> {
    const { quickInput } = this.vscode;
    // Right after an error, and for a caller that says all, it is the only step and has no number.
    await quickInput.waitFor('Upload a Key: Review');
    const items = await waitUntil('the review to be ready', async () => {
      const items = await quickInput.items();
      return /^(Register the Key$|Correct First)/.test(items[0]?.label ?? '') && items;
    });
    return items.map(({ label, description, detail }) =>
      [label, description, detail].filter(text => text !== '').join(' | '),
    );
  }

  /** Goes from the review on, to the menu of the grant, and leaves that. Gives what the menu is about. */
  async register(): Promise<string> {
    await this.review();
    await this.vscode.press('Enter');
    const { title } = await this.vscode.quickInput.waitFor('Grant Confluent Access: ');
    await this.vscode.quickInput.leave();
    return title.replace(/^Grant Confluent Access: (.*) \(1\/2\)$/, '$1');
  }
}

/** The beginning of a step's title: its number follows. */
export function titleOf(what: string): string {
  return `Upload a Key: ${what} (`;
}
