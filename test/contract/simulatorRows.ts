import type { Behaviour } from '../../src/simulator/behaviour';
import type { Question } from '../simulator/ask';

/** A request of the demo organization, and the status that it is answered with. */
export interface Row extends Question {
  readonly what: string;
  readonly status: number;
  readonly behaviour?: Partial<Behaviour>;
}

const awsKey = {
  kind: 'AwsKey',
  key_arn: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
};
const azureKey = {
  kind: 'AzureKey',
  key_id: 'https://vault-name.vault.azure.net/keys/key-name',
  key_vault_id:
    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault-name',
  tenant_id: '00000000-0000-0000-0000-000000000000',
};
const gcpKey = {
  kind: 'GcpKey',
  key_id: 'projects/exampleproject/locations/us-central1/keyRings/testkeyring/cryptoKeys/testbyokkey',
};
const registered = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const cluster = {
  display_name: 'orders',
  availability: 'MULTI_ZONE',
  cloud: 'AWS',
  region: 'eu-central-1',
  config: { kind: 'Dedicated', cku: 1 },
  environment: { id: 'env-s4t6g' },
  byok: { id: 'cck-q81fz' },
};
const exchange = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.c2ln',
  identity_pool_id: 'pool-demo1',
  subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
  requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  expires_in: '600',
};
const form = { as: 'nobody', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } } as const;

/** Requests that keep to the descriptions, whatever becomes of them. */
export const rows: readonly Row[] = [
  { what: 'GET /byok/v1/keys', status: 200 },
  { what: 'GET /byok/v1/keys?page_size=100', status: 200 },
  { what: 'GET /byok/v1/keys?provider=Azure&state=IN_USE&validation_phase=VALID&page_size=5', status: 200 },
  { what: 'GET /byok/v1/keys?display_name=nothing', status: 200 },
  { what: 'GET /byok/v1/keys?page_size=0', status: 400 },
  { what: 'GET /byok/v1/keys?page_token=made-up', status: 400 },
  { what: 'GET /byok/v1/keys?page_size=101', status: 400, behaviour: { overPageSize: 'reject' } },
  { what: 'GET /byok/v1/keys', status: 401, as: 'nobody' },
  { what: 'GET /byok/v1/keys', status: 403, as: 'viewer' },
  { what: 'GET /byok/v1/keys', status: 429, behaviour: { rateLimit: { requests: 0, windowMs: 60_000 } } },
  { what: 'POST /byok/v1/keys', status: 201, body: { display_name: 'billing', key: awsKey } },
  { what: 'POST /byok/v1/keys', status: 201, body: { key: azureKey } },
  { what: 'POST /byok/v1/keys', status: 201, body: { key: gcpKey } },
  { what: 'POST /byok/v1/keys', status: 201, body: { key: awsKey }, behaviour: { principals: 'missing' } },
  { what: 'POST /byok/v1/keys', status: 401, as: 'nobody', body: { key: awsKey } },
  { what: 'POST /byok/v1/keys', status: 403, as: 'viewer', body: { key: awsKey } },
  {
    what: 'POST /byok/v1/keys',
    status: 409,
    body: { key: { kind: 'AwsKey', key_arn: registered } },
    behaviour: { duplicates: 'conflict' },
  },
  { what: 'GET /byok/v1/keys/cck-7k2ma', status: 200 },
  { what: 'GET /byok/v1/keys/cck-x5r1t', status: 200 },
  { what: 'GET /byok/v1/keys/cck-v1c8k', status: 200 },
  { what: 'GET /byok/v1/keys/cck-w0f5r', status: 200 },
  { what: 'GET /byok/v1/keys/cck-00000', status: 403 },
  { what: 'GET /byok/v1/keys/cck-00000', status: 404, behaviour: { unknownId: 404 } },
  { what: 'PATCH /byok/v1/keys/cck-7k2ma', status: 200, body: { display_name: 'renamed' } },
  { what: 'PATCH /byok/v1/keys/cck-7k2ma', status: 401, as: 'nobody', body: { display_name: 'renamed' } },
  { what: 'PATCH /byok/v1/keys/cck-00000', status: 403, body: { display_name: 'renamed' } },
  {
    what: 'PATCH /byok/v1/keys/cck-00000',
    status: 404,
    body: { display_name: 'renamed' },
    behaviour: { unknownId: 404 },
  },
  { what: 'DELETE /byok/v1/keys/cck-3nd8s', status: 204 },
  { what: 'DELETE /byok/v1/keys/cck-3nd8s', status: 401, as: 'nobody' },
  { what: 'DELETE /byok/v1/keys/cck-00000', status: 403 },
  { what: 'DELETE /byok/v1/keys/cck-00000', status: 404, behaviour: { unknownId: 404 } },
  { what: 'GET /cmk/v2/clusters?environment=env-p7r0d', status: 200 },
  { what: 'GET /cmk/v2/clusters?environment=env-d9v2k&page_size=1', status: 200 },
  { what: 'GET /cmk/v2/clusters?environment=env-00000', status: 403 },
  { what: 'GET /cmk/v2/clusters?environment=env-p7r0d', status: 401, as: 'nobody' },
  { what: 'GET /cmk/v2/clusters/lkc-8l5gy?environment=env-p7r0d', status: 200 },
  { what: 'GET /cmk/v2/clusters/lkc-8l5gy?environment=env-s4t6g', status: 403 },
  {
    what: 'GET /cmk/v2/clusters/lkc-00000?environment=env-p7r0d',
    status: 404,
    behaviour: { unknownId: 404 },
  },
  { what: 'POST /cmk/v2/clusters', status: 202, body: { spec: cluster } },
  { what: 'POST /cmk/v2/clusters', status: 400, body: { spec: { ...cluster, byok: { id: 'cck-7k2ma' } } } },
  { what: 'DELETE /cmk/v2/clusters/lkc-9o2st?environment=env-s4t6g', status: 204 },
  { what: 'DELETE /cmk/v2/clusters/lkc-1p4ye?environment=env-p7r0d', status: 409 },
  { what: 'DELETE /cmk/v2/clusters/lkc-00000?environment=env-p7r0d', status: 403 },
  { what: 'GET /org/v2/environments', status: 200 },
  { what: 'GET /org/v2/environments?page_size=2', status: 200 },
  { what: 'GET /org/v2/environments', status: 401, as: 'nobody' },
  { what: 'GET /org/v2/environments/env-p7r0d', status: 200 },
  { what: 'GET /org/v2/environments/env-00000', status: 403 },
  { what: 'GET /org/v2/organizations', status: 200 },
  { what: 'GET /org/v2/organizations', status: 401, as: 'nobody' },
  { what: 'GET /org/v2/organizations/9bb441c4-edef-46ac-8a41-c49e44a3fd9a', status: 200 },
  { what: 'GET /org/v2/organizations/somebody-elses', status: 403 },
  { what: 'GET /service-quota/v1/applied-quotas?scope=ORGANIZATION', status: 200 },
  { what: 'GET /service-quota/v1/applied-quotas?scope=ORGANIZATION&id=byok.max_keys.per_org', status: 200 },
  {
    what: 'GET /service-quota/v1/applied-quotas?scope=ORGANIZATION',
    status: 200,
    behaviour: { quotaUsage: 'absent', totalSize: 'absent' },
  },
  { what: 'GET /service-quota/v1/applied-quotas?scope=ORGANIZATION', status: 403, as: 'viewer' },
  { what: 'GET /service-quota/v1/applied-quotas/byok.max_keys.per_org', status: 200 },
  { what: 'GET /service-quota/v1/applied-quotas/made.up', status: 403 },
  { ...form, what: 'POST /sts/v1/oauth2/token', status: 200, body: String(new URLSearchParams(exchange)) },
];

/** What only a request that breaks the description itself can show. */
export const badRequests: readonly Row[] = [
  { what: 'GET /byok/v1/keys?num_doors=3', status: 400 },
  { what: 'POST /byok/v1/keys', status: 400, body: '{"key":' },
  { what: 'POST /byok/v1/keys', status: 422, body: { key: { kind: 'AzureKey', key_id: 7 } } },
  { what: 'POST /byok/v1/keys', status: 422, body: {} },
  { what: 'PATCH /byok/v1/keys/cck-7k2ma', status: 422, body: { display_name: null } },
  { what: 'GET /cmk/v2/clusters', status: 400 },
  { what: 'GET /cmk/v2/clusters/lkc-1p4ye', status: 400 },
  { what: 'DELETE /cmk/v2/clusters/lkc-1p4ye', status: 400 },
  { what: 'POST /cmk/v2/clusters', status: 422, body: { spec: { cloud: 'OCI' } } },
  { what: 'GET /org/v2/environments?name=x', status: 400 },
  { what: 'GET /service-quota/v1/applied-quotas', status: 400 },
  { ...form, what: 'POST /sts/v1/oauth2/token', status: 400, body: 'grant_type=password' },
];

/** Where the simulator leaves the description, because the real service does, or may one day. */
export const deviations: readonly (Row & { readonly why: string; readonly problems: readonly string[] })[] = [
  {
    why: 'the real service refuses to delete a key in use, which the description does not know',
    what: 'DELETE /byok/v1/keys/cck-7k2ma',
    status: 409,
    problems: ['status 409 is not described'],
  },
  {
    why: 'the API of 2023 had no validation',
    what: 'GET /byok/v1/keys/cck-7k2ma',
    status: 200,
    behaviour: { shape: '2023' },
    problems: ["body: must have required property 'validation'"],
  },
  {
    why: 'the API of 2023 had no PATCH',
    what: 'PATCH /byok/v1/keys/cck-7k2ma',
    status: 405,
    body: { display_name: 'renamed' },
    behaviour: { shape: '2023' },
    problems: ['status 405 is not described'],
  },
  {
    why: 'a kind of key that comes later is in no description of today',
    what: 'GET /byok/v1/keys/cck-7k2ma',
    status: 200,
    behaviour: { unknownEnums: true },
    problems: ['body/key: value of tag "kind" must be in oneOf'],
  },
];
