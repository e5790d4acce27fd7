import type { JsonObject, JsonValue } from './json';

/** What a known word of an extensible enum is, or the service's own spelling of one that came later. */
export type Extensible<Known extends string> = Known | (string & {});

/** The clouds a key can live in, spelled as `byok/v1` spells them in filters. */
export const knownProviders = ['AWS', 'Azure', 'GCP'] as const;
export type KnownProvider = (typeof knownProviders)[number];
/** An old answer's `AZURE` is read as `Azure`; a word that is not known stays as it came. */
export type Provider = Extensible<KnownProvider>;

/** `AVAILABLE`: can be given to a new cluster. `IN_USE`: a cluster has it. */
export const knownStates = ['AVAILABLE', 'IN_USE'] as const;
export type KnownState = (typeof knownStates)[number];
export type KeyState = Extensible<KnownState>;

/** Whether Confluent could use the key at its last attempt. `INITIALIZING` waits for the first success. */
export const knownPhases = ['INITIALIZING', 'VALID', 'INVALID'] as const;
export type KnownPhase = (typeof knownPhases)[number];
export type ValidationPhase = Extensible<KnownPhase>;

export interface Validation {
  readonly phase: ValidationPhase;
  /** Why the last attempt failed, in the service's words; cleaned, and untrusted all the same. */
  readonly message: string | undefined;
  /** When phase or message last changed, in ms since 1970; undefined when it could not be read. */
  readonly since: number | undefined;
  /** Known after the first success. */
  readonly region: string | undefined;
}

export interface AwsCloudKey {
  readonly kind: 'AwsKey';
  readonly keyArn: string;
  /** The IAM roles of Confluent that the key policy must admit; empty while none are assigned. */
  readonly roles: readonly string[];
}

export interface AzureCloudKey {
  readonly kind: 'AzureKey';
  /** The key's URL in its vault, without a version. */
  readonly keyId: string;
  /** The Azure resource id of the vault. */
  readonly keyVaultId: string;
  readonly tenantId: string;
  /** The multi-tenant application of Confluent that needs the role assignments. */
  readonly applicationId: string | undefined;
}

export interface GcpCloudKey {
  readonly kind: 'GcpKey';
  /** `projects/P/locations/L/keyRings/R/cryptoKeys/K`, sometimes with a version behind. */
  readonly keyId: string;
  /** The Google group of Confluent that needs the roles. */
  readonly securityGroup: string | undefined;
}

/** A kind that the API has added since: `kind` is the service's own word, and `raw` is all there is to show. */
export interface UnknownCloudKey {
  readonly kind: 'unknown';
  readonly apiKind: string;
  readonly raw: JsonObject;
}

export type CloudKey = AwsCloudKey | AzureCloudKey | GcpCloudKey | UnknownCloudKey;

/** A registered key. All text is cleaned where it enters, and is data all the same. */
export interface Key {
  readonly id: string;
  readonly displayName: string | undefined;
  readonly provider: Provider;
  readonly state: KeyState;
  /** Undefined from a service that answers in the shape of 2023. */
  readonly validation: Validation | undefined;
  readonly cloudKey: CloudKey;
  readonly resourceName: string | undefined;
  /** In ms since 1970. */
  readonly createdAt: number | undefined;
  readonly updatedAt: number | undefined;
  /** The service's own JSON, nothing dropped, nothing cleaned. */
  readonly raw: JsonObject;
}

/** An item of a list that is not a key as anybody knows it: shown with the reason, so that it hides no other. */
export interface UnreadableKey {
  /** The item's id where it has one. */
  readonly id: string | undefined;
  readonly reason: string;
  readonly raw: JsonValue;
}

/** Whether there is something to wait for: the service validates the key, and Confluent cannot use it yet or any more. */
export function canBecomeValid({ validation }: Key): boolean {
  return validation !== undefined && validation.phase !== 'VALID';
}

/** The cloud identifier a key is registered by: an ARN, a key URL or a resource name; undefined for an unknown kind. */
export function cloudIdentifier(cloudKey: CloudKey): string | undefined {
  switch (cloudKey.kind) {
    case 'AwsKey':
      return cloudKey.keyArn;
    case 'AzureKey':
    case 'GcpKey':
      return cloudKey.keyId;
    case 'unknown':
      return undefined;
  }
}
