import type { JsonObject } from '../model/json';
import type { CloudKey, KnownPhase, UnknownCloudKey } from '../model/key';

/** All that a simulated Confluent Cloud starts with. Times are in ms since 1970. */
export interface SimulatedOrganization {
  readonly id: string;
  readonly displayName: string;
  readonly createdAt: number;
  /** The quota `byok.max_keys.per_org`; 20 unless it was raised. */
  readonly keyLimit: number;
  readonly environments: readonly SimulatedEnvironment[];
  readonly clusters: readonly SimulatedCluster[];
  readonly keys: readonly SimulatedKey[];
  /** Keys of clusters that are gone, held until `until`. */
  readonly holds: readonly SimulatedHold[];
  /** Cloud API keys. */
  readonly credentials: readonly SimulatedCredential[];
  /** API keys of a Kafka cluster: real ones, and refused here as the real service refuses them. */
  readonly kafkaCredentials: readonly SimulatedKafkaCredential[];
  readonly identityPools: readonly SimulatedIdentityPool[];
}

export type Role = 'OrganizationAdmin' | 'EnvironmentAdmin' | 'MetricsViewer';

export interface Grant {
  readonly role: Role;
  /** The environments an EnvironmentAdmin sees; all where absent. */
  readonly environments?: readonly string[];
}

export interface SimulatedCredential extends Grant {
  readonly apiKeyId: string;
  readonly apiKeySecret: string;
}

export interface SimulatedKafkaCredential {
  readonly apiKeyId: string;
  readonly apiKeySecret: string;
  readonly clusterId: string;
}

export interface SimulatedIdentityPool extends Grant {
  readonly id: string;
}

export interface SimulatedEnvironment {
  readonly id: string;
  readonly displayName: string;
  readonly createdAt: number;
}

export const clusterTypes = ['Basic', 'Standard', 'Enterprise', 'Dedicated', 'Freight'] as const;
export type ClusterType = (typeof clusterTypes)[number];

export interface SimulatedCluster {
  readonly id: string;
  readonly displayName: string;
  readonly environmentId: string;
  readonly cloud: 'AWS' | 'AZURE' | 'GCP';
  readonly region: string;
  readonly availability: string;
  readonly type: ClusterType;
  /** Confluent units of a Dedicated cluster. */
  readonly cku?: number;
  readonly keyId?: string;
  /** The key ARN of a cluster from before the BYOK API. */
  readonly legacyEncryptionKey?: string;
  readonly deletionProtection?: boolean;
  readonly createdAt: number;
  /** Until then it is PROVISIONING. */
  readonly provisionedAt: number;
}

export interface SimulatedHold {
  readonly keyId: string;
  readonly until: number;
}

export type SimulatedCloudKey = Exclude<CloudKey, UnknownCloudKey>;

export interface SimulatedKey {
  readonly id: string;
  readonly displayName?: string;
  readonly cloudKey: SimulatedCloudKey;
  /** Where the cloud key really is; the service says it after the first success. */
  readonly region: string;
  readonly validation: SimulatedValidation;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Members laid over the key's JSON, for what the simulator itself would never say. */
  readonly overlay?: JsonObject;
}

export interface SimulatedValidation {
  readonly phase: KnownPhase;
  readonly message?: string;
  readonly since: number;
  readonly region?: string;
}
