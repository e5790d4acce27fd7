import { demoKeys } from './demoKeys';
import type { SimulatedCluster, SimulatedOrganization } from './organization';

const day = 24 * 60 * 60 * 1000;

/** The organization to try the extension with; everything in it is made up, and its ages count from `now`. */
export function demoOrganization(now: number): SimulatedOrganization {
  return {
    id: '9bb441c4-edef-46ac-8a41-c49e44a3fd9a',
    displayName: 'Demo Organization',
    createdAt: now - 1400 * day,
    keyLimit: 20,
    environments: [
      { id: 'env-p7r0d', displayName: 'production', createdAt: now - 1390 * day },
      { id: 'env-s4t6g', displayName: 'staging', createdAt: now - 1380 * day },
      { id: 'env-d9v2k', displayName: 'development', createdAt: now - 700 * day },
    ],
    clusters: clusters(now),
    keys: demoKeys(now),
    // Its cluster was deleted two days ago, so nothing shows why the key is in use.
    holds: [{ keyId: 'cck-h3t5q', until: now + 3 * day }],
    credentials: [
      { apiKeyId: 'DEMOADMIN0000001', apiKeySecret: 'demo-secret-of-the-admin', role: 'OrganizationAdmin' },
      {
        apiKeyId: 'DEMOENVADMIN0002',
        apiKeySecret: 'demo-secret-of-the-environment-admin',
        role: 'EnvironmentAdmin',
        environments: ['env-s4t6g'],
      },
      { apiKeyId: 'DEMOVIEWER000003', apiKeySecret: 'demo-secret-of-the-viewer', role: 'MetricsViewer' },
    ],
    kafkaCredentials: [
      { apiKeyId: 'DEMOKAFKA0000004', apiKeySecret: 'demo-secret-of-a-cluster', clusterId: 'lkc-1p4ye' },
    ],
    identityPools: [{ id: 'pool-demo1', role: 'OrganizationAdmin' }],
  };
}

function clusters(now: number): readonly SimulatedCluster[] {
  const dedicated = { type: 'Dedicated', availability: 'MULTI_ZONE', cku: 2 } as const;
  const enterprise = { type: 'Enterprise', availability: 'HIGH' } as const;
  const production = { environmentId: 'env-p7r0d', deletionProtection: true } as const;
  const aged = (days: number) => ({ createdAt: now - days * day, provisionedAt: now - days * day });
  return [
    {
      ...production,
      ...dedicated,
      ...aged(411),
      id: 'lkc-1p4ye',
      displayName: 'payments-eu',
      cloud: 'AWS',
      region: 'eu-west-1',
      keyId: 'cck-7k2ma',
    },
    {
      ...production,
      ...enterprise,
      ...aged(397),
      id: 'lkc-2u8s0',
      displayName: 'payments-us',
      cloud: 'AWS',
      region: 'us-east-1',
      keyId: 'cck-p4x9d',
    },
    {
      ...production,
      ...dedicated,
      ...aged(286),
      id: 'lkc-3f6rd',
      displayName: 'fraud-detection',
      cloud: 'AWS',
      region: 'us-west-2',
      keyId: 'cck-b0v6h',
    },
    {
      ...production,
      ...dedicated,
      ...aged(339),
      id: 'lkc-4l9gr',
      displayName: 'ledger',
      cloud: 'AWS',
      region: 'eu-west-1',
      keyId: 'cck-e6j4u',
    },
    {
      ...production,
      ...dedicated,
      ...aged(202),
      id: 'lkc-5c7mw',
      displayName: 'crm',
      cloud: 'AZURE',
      region: 'westeurope',
      keyId: 'cck-a8d0n',
    },
    {
      // The key is in eastus2.
      ...production,
      ...dedicated,
      ...aged(157),
      id: 'lkc-6i3nv',
      displayName: 'inventory',
      cloud: 'AZURE',
      region: 'eastus',
      keyId: 'cck-t9s2l',
    },
    {
      environmentId: 'env-s4t6g',
      ...dedicated,
      ...aged(93),
      id: 'lkc-7s0eu',
      displayName: 'search-rehearsal',
      cloud: 'GCP',
      region: 'europe-west1',
      keyId: 'cck-w0f5r',
    },
    {
      // From before the BYOK API of August 2023.
      ...production,
      ...dedicated,
      ...aged(1380),
      id: 'lkc-8l5gy',
      displayName: 'core-banking',
      cloud: 'AWS',
      region: 'eu-west-1',
      legacyEncryptionKey: 'arn:aws:kms:eu-west-1:111122223333:key/5a7e0c1d-9b2f-4e38-a6c4-d1e2f3a4b5c6',
    },
    {
      environmentId: 'env-s4t6g',
      ...enterprise,
      ...aged(40),
      id: 'lkc-9o2st',
      displayName: 'orders-staging',
      cloud: 'AWS',
      region: 'eu-central-1',
    },
    {
      environmentId: 'env-d9v2k',
      type: 'Basic',
      availability: 'LOW',
      ...aged(25),
      id: 'lkc-0b1dv',
      displayName: 'sandbox',
      cloud: 'GCP',
      region: 'europe-west4',
    },
  ];
}
