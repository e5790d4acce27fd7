import { parseKeyArn } from './identifiers/aws';
import { parseKeyUrl, parseKeyVaultId } from './identifiers/azure';
import { parseCryptoKeyName } from './identifiers/gcp';
import type { CloudKey } from './key';

/** The identifier of a key in its cloud, taken apart. What cannot be read out of it is not there. */
export interface CloudKeyParts {
  /** AWS: the 12 digits of the account. */
  readonly account?: string;
  /** AWS: `aws`, `aws-cn`, `aws-us-gov` … */
  readonly partition?: string;
  /** Azure. */
  readonly subscription?: string;
  readonly resourceGroup?: string;
  readonly vault?: string;
  readonly tenantId?: string;
  /** Google Cloud. */
  readonly project?: string;
  readonly location?: string;
  readonly keyRing?: string;
  /** The name or id of the key, within all that. */
  readonly keyName?: string;
}

export function cloudKeyParts(cloudKey: CloudKey): CloudKeyParts {
  switch (cloudKey.kind) {
    case 'AwsKey': {
      const arn = parseKeyArn(cloudKey.keyArn);
      if (!arn.ok) return {};
      const { account, partition, keyId: keyName } = arn.value;
      return { account, partition, keyName };
    }
    case 'AzureKey': {
      const { tenantId } = cloudKey;
      const url = parseKeyUrl(cloudKey.keyId);
      const vaultId = parseKeyVaultId(cloudKey.keyVaultId);
      return {
        ...(vaultId.ok
          ? { subscription: vaultId.value.subscription, resourceGroup: vaultId.value.resourceGroup }
          : {}),
        ...(url.ok ? { vault: url.value.vault, keyName: url.value.keyName } : {}),
        tenantId,
      };
    }
    case 'GcpKey': {
      const name = parseCryptoKeyName(cloudKey.keyId);
      if (!name.ok) return {};
      const { project, location, keyRing, key: keyName } = name.value;
      return { project, location, keyRing, keyName };
    }
    case 'unknown':
      return {};
  }
}
