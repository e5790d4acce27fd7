/** What the host of a vault tells by its suffix. */
export interface AzureHost {
  readonly host: string;
  readonly vault: string;
  /** As `az cloud set --name` takes it. */
  readonly cloud: 'AzureCloud' | 'AzureChinaCloud' | 'AzureUSGovernment';
  /** A sovereign cloud's own name; undefined for the public one. */
  readonly cloudName: string | undefined;
  readonly managedHsm: boolean;
  readonly privateLink: boolean;
}

type Suffix = Pick<AzureHost, 'cloud'> & Partial<Pick<AzureHost, 'managedHsm' | 'privateLink'>>;

const suffixes: readonly (readonly [suffix: string, meaning: Suffix])[] = [
  ['.vault.azure.net', { cloud: 'AzureCloud' }],
  ['.vault.azure.cn', { cloud: 'AzureChinaCloud' }],
  ['.vault.usgovcloudapi.net', { cloud: 'AzureUSGovernment' }],
  ['.managedhsm.azure.net', { cloud: 'AzureCloud', managedHsm: true }],
  ['.managedhsm.azure.cn', { cloud: 'AzureChinaCloud', managedHsm: true }],
  ['.managedhsm.chinacloudapi.cn', { cloud: 'AzureChinaCloud', managedHsm: true }],
  ['.managedhsm.usgovcloudapi.net', { cloud: 'AzureUSGovernment', managedHsm: true }],
  ['.privatelink.vaultcore.azure.net', { cloud: 'AzureCloud', privateLink: true }],
  ['.privatelink.vaultcore.azure.cn', { cloud: 'AzureChinaCloud', privateLink: true }],
  ['.privatelink.vaultcore.usgovcloudapi.net', { cloud: 'AzureUSGovernment', privateLink: true }],
];

/** Reads a host in lower case; undefined where it is no vault's in any cloud of Azure. */
export function azureCloudOf(host: string): AzureHost | undefined {
  const found = suffixes.find(([suffix]) => host.endsWith(suffix));
  if (!found) return undefined;
  const [suffix, { cloud, managedHsm = false, privateLink = false }] = found;
  const cloudName = {
    AzureCloud: undefined,
    AzureChinaCloud: 'Azure China',
    AzureUSGovernment: 'Azure US Government',
  }[cloud];
  return { host, vault: host.slice(0, -suffix.length), cloud, cloudName, managedHsm, privateLink };
}
