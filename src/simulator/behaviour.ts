/**
 * What the published description of Confluent Cloud leaves open, or what differs between its versions.
 * Each can be changed while the simulator runs, and counts from the next request on.
 */
export interface Behaviour {
  /** The answer to an id that is unknown or somebody else's. The real service mostly says 403. */
  unknownId: 403 | 404;
  /** `2023` has no display names, validation or PATCH, and spells Azure `AZURE`. */
  shape: 'current' | '2023';
  /** Keys carry fields and enum values that no client knows yet. */
  unknownEnums: boolean;
  /** Some quotas of the real service answer 400. */
  quotaStatus: 402 | 400;
  /** What becomes of a `page_size` above the maximum. */
  overPageSize: 'clamp' | 'reject';
  /** Whether the partial filters (`display_name`, `key`) tell `A` from `a`. */
  caseSensitiveFilters: boolean;
  /** Whether one cloud key may be registered twice; `conflict` answers 409 with the first one's `Location`. */
  duplicates: 'allowed' | 'conflict';
  /** While `missing`, keys have no roles, application id or security group yet. */
  principals: 'assigned' | 'missing';
  /** Whether lists say how long they are. */
  totalSize: 'reported' | 'absent';
  /** Whether quotas say how much of them is used. */
  quotaUsage: 'reported' | 'absent';
  /** How many requests each caller has in a window. */
  rateLimit: { readonly requests: number; readonly windowMs: number };
  /** Ms from the registration of a key to its first validation. */
  validationDelay: number;
  /** Ms from the creation of a cluster until it is PROVISIONED. */
  provisioningDelay: number;
  /** Ms for which a key is held after its cluster was deleted: five days (Confluent's documentation). */
  holdDuration: number;
}

export const defaultBehaviour: Readonly<Behaviour> = {
  unknownId: 403,
  shape: 'current',
  unknownEnums: false,
  quotaStatus: 402,
  overPageSize: 'clamp',
  caseSensitiveFilters: true,
  duplicates: 'allowed',
  principals: 'assigned',
  totalSize: 'reported',
  quotaUsage: 'reported',
  rateLimit: { requests: 100_000, windowMs: 60_000 },
  validationDelay: 15_000,
  provisioningDelay: 30_000,
  holdDuration: 5 * 24 * 60 * 60 * 1000,
};
