import type { Extensible } from './key';

/** An environment that the credentials may see. */
export interface Environment {
  readonly id: string;
  readonly displayName: string | undefined;
}

/** The clouds as `cmk/v2` spells them, which is not how `byok/v1` does. */
export type ClusterCloud = Extensible<'AWS' | 'AZURE' | 'GCP'>;

/** A Kafka cluster, as far as its encryption key is concerned. */
export interface Cluster {
  readonly id: string;
  readonly displayName: string | undefined;
  readonly environmentId: string;
  readonly cloud: ClusterCloud;
  readonly region: string;
  /** Basic, Standard, Enterprise, Dedicated, Freight, or what came later; undefined where the service does not say. */
  readonly type: string | undefined;
  /** PROVISIONED, PROVISIONING, FAILED, or what came later. */
  readonly phase: string | undefined;
  /** The registered key it was created with (`spec.byok.id`). */
  readonly keyId: string | undefined;
  /** The key ARN of a cluster from before the BYOK API (`spec.config.encryption_key`). */
  readonly legacyEncryptionKey: string | undefined;
}

/** How much of a service quota is used. */
export interface Quota {
  readonly id: string;
  readonly limit: number;
  /** Undefined where the service does not say: then count. */
  readonly usage: number | undefined;
}
