/**
 * What `activate()` of the extension `byok-tools.confluent-byok` returns. Other extensions can copy this file:
 *
 *     const extension = vscode.extensions.getExtension<ConfluentByok>('byok-tools.confluent-byok');
 *     const byok = await extension?.activate();
 *
 * All text comes from Confluent Cloud and is untrusted: show it as text. Nothing here is secret.
 */
import type { Event } from 'vscode';

export interface ConfluentByok {
  /** Grows when something here changes so that a caller would notice. */
  readonly version: 1;
  /** The organizations that are signed in to, the demo organization included. */
  connections(): readonly ExportedConnection[];
  /** The keys that are loaded, of one connection or of all; `refresh` loads them. */
  keys(connectionId?: string): readonly ExportedKey[];
  /**
   * Fetches the keys of one connection or of all. Rejects with an `Error` when the service did not give them; does
   * nothing for a connection that is not there.
   */
  refresh(connectionId?: string): Promise<void>;
  /**
   * What the rules find in the keys that are loaded, of one connection or of all: first what is open, the worst first,
   * then what is muted. Fetches nothing: what needs clusters is found once somebody has looked for them, as
   * the command `byok.refreshClusters` with the id of a connection does. A promise, because the rules are loaded late.
   */
  findings(connectionId?: string): Promise<readonly ExportedFinding[]>;
  /**
   * What a registered key needs in its cloud, without opening anything. Fetches the keys of all organizations where it is
   * not among those that are loaded. Rejects with an `Error` that says why there is no such text: no signed-in
   * organization has the key, or not all could be asked, the form is none of its cloud, or Confluent has not assigned its
   * roles, application or group yet.
   */
  grant(keyId: string, form: ExportedGrantForm): Promise<string>;
  /** The keys of a connection are others now: some came, changed or went. */
  readonly onDidChangeKeys: Event<{ readonly connectionId: string }>;
}

/**
 * `policy` (AWS): a whole key policy as JSON, with the account's own statement. `statements` (AWS): the list of the two
 * statements that Confluent needs, as JSON. `commands`: for a POSIX shell. `powershell`: the same for PowerShell.
 * `terraform`: the registration with an import block, and the grant.
 */
export type ExportedGrantForm = 'policy' | 'statements' | 'commands' | 'powershell' | 'terraform';

export interface ExportedConnection {
  readonly id: string;
  readonly label: string;
  /** The origin of the API, such as `https://api.confluent.cloud`. */
  readonly endpoint: string;
  readonly kind: 'apiKey' | 'bearer' | 'demo';
}

export interface ExportedKey {
  readonly connectionId: string;
  readonly id: string;
  readonly displayName?: string;
  /** `AWS`, `Azure`, `GCP`, or what came later. */
  readonly provider: string;
  /** `AVAILABLE`, `IN_USE`, or what came later. */
  readonly state: string;
  readonly validation?: ExportedValidation;
  readonly cloudKey: ExportedCloudKey;
  /** In ms since 1970. */
  readonly createdAt?: number;
  /** The service's own JSON. */
  readonly raw: unknown;
}

export interface ExportedValidation {
  /** `INITIALIZING`, `VALID`, `INVALID`, or what came later. */
  readonly phase: string;
  readonly message?: string;
  /** In ms since 1970. */
  readonly since?: number;
  readonly region?: string;
}

export interface ExportedFinding {
  readonly connectionId: string;
  /** The rule and what it is about, such as `invalid:cck-12345`: the same as long as it holds. */
  readonly id: string;
  /** Such as `invalidInUse`, `unused`, `registeredTwice`; more may come. */
  readonly rule: string;
  /** `error`: a cluster or its data is at risk now. `warning`: something does not work, or will not. */
  readonly severity: 'error' | 'warning' | 'info';
  /** The registered key it is about; none where it is about a cluster or the organization. */
  readonly keyId?: string;
  readonly clusterIds: readonly string[];
  /** What it is, in the language of the editor, as all sentences here. */
  readonly title: string;
  /** The facts it goes by. */
  readonly evidence: readonly string[];
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly advice: readonly string[];
  readonly muted: boolean;
  /** Why it is muted, in the words of whoever muted it. */
  readonly reason?: string;
}

export type ExportedCloudKey =
  | { readonly kind: 'AwsKey'; readonly keyArn: string; readonly roles: readonly string[] }
  | {
      readonly kind: 'AzureKey';
      readonly keyId: string;
      readonly keyVaultId: string;
      readonly tenantId: string;
      readonly applicationId?: string;
    }
  | { readonly kind: 'GcpKey'; readonly keyId: string; readonly securityGroup?: string }
  | { readonly kind: 'unknown'; readonly apiKind: string };
