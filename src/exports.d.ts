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
  /** Fetches the keys of one connection or of all. Rejects with an `Error` when the service did not give them. */
  refresh(connectionId?: string): Promise<void>;
  /** The keys of a connection are others now: some came, changed or went. */
  readonly onDidChangeKeys: Event<{ readonly connectionId: string }>;
}

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
