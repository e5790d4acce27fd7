import type { CloudKey } from './key';

const awsConsoles: readonly (readonly [partition: RegExp, host: string])[] = [
  [/^aws$/, 'console.aws.amazon.com'],
  [/^aws-cn$/, 'console.amazonaws.cn'],
  [/^aws-us-gov$/, 'console.amazonaws-us-gov.com'],
];

/** Where the cloud's own console shows the key; undefined where the identifier does not say enough. */
export function consoleAddress(cloudKey: CloudKey): string | undefined {
  switch (cloudKey.kind) {
    case 'AwsKey': {
      const match = /^arn:([a-z-]+):kms:([a-z0-9-]+):\d{12}:key\/([A-Za-z0-9-]+)$/.exec(cloudKey.keyArn);
      const [, partition = '', region = '', id = ''] = match ?? [];
      const host = awsConsoles.find(([pattern]) => pattern.test(partition))?.[1];
      if (host === undefined) return undefined;
      return `https://${region}.${host}/kms/home?region=${region}#/kms/keys/${id}`;
    }
    case 'AzureKey': {
      if (!/^\/subscriptions\/[\w./()-]+$/.test(cloudKey.keyVaultId)) return undefined;
      if (!/^[0-9a-f-]{36}$/i.test(cloudKey.tenantId)) return undefined;
      return `https://portal.azure.com/#@${cloudKey.tenantId}/resource${cloudKey.keyVaultId}/keys`;
    }
    case 'GcpKey': {
      const match =
        /^projects\/([\w.:-]+)\/locations\/([\w-]+)\/keyRings\/([\w-]+)\/cryptoKeys\/([\w-]+)/.exec(
          cloudKey.keyId,
        );
      if (!match) return undefined;
      const [, project = '', location = '', ring = '', key = ''] = match;
      const path = `security/kms/key/manage/${location}/${ring}/${key}`;
      return `https://console.cloud.google.com/${path}?project=${encodeURIComponent(project)}`;
    }
    case 'unknown':
      return undefined;
  }
}
