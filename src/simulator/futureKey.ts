import type { JsonObject } from '../model/json';

const changes: readonly JsonObject[] = [
  {
    provider: 'OCI',
    key: { kind: 'OciKey', key_ocid: 'ocid1.key.oc1.eu-frankfurt-1.example', compartment: 'prod' },
  },
  { state: 'PENDING_RELEASE' },
  { validation: { phase: 'EXPIRED', since: '2031-05-01T00:00:00Z', attempts: 3 } },
  {},
];

/** A key as a later version of the API might say it: always with unknown fields, mostly with an unknown enum value. */
export function futureKey(json: JsonObject, id: string): JsonObject {
  const sum = Array.from(id, letter => letter.charCodeAt(0)).reduce((a, b) => a + b, 0);
  return { ...json, ...changes[sum % changes.length], labels: { team: 'payments' }, protection_level: 'HSM' };
}
