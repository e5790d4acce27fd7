import { gcpPredefinedRoles } from '../access/gcp';
import { parseCryptoKeyName } from '../identifiers/gcp';
import type { GcpCloudKey } from '../key';
import { hclString } from '../shellQuote';
import { attributes, block, resource, type Block } from './block';

/** The registration of a Google Cloud key, a pause until its new group can be bound, and the two bindings. */
export function gcpTerraform(key: GcpCloudKey, label: string): readonly Block[] {
  const parsed = parseCryptoKeyName(key.keyId);
  const registration = resource('confluent_byok_key', label, [
    block('gcp', [], [`key_id = ${hclString(key.keyId)}`]).text.trimEnd(),
  ]);
  const { text } = resource(
    'time_sleep',
    label,
    attributes(['create_duration', '"30s"'], ['depends_on', `[confluent_byok_key.${label}]`]),
    ['Google takes about half a minute to know a new group.'],
  );
  const roles = gcpPredefinedRoles.map(role => `  ${hclString(role)},\n`).join('');
  const bindings = resource('google_kms_crypto_key_iam_member', label, [
    `for_each = toset([\n${roles}])`,
    '',
    ...attributes(
      ['crypto_key_id', hclString(parsed.ok ? parsed.value.keyName : key.keyId)],
      ['role', 'each.value'],
      ['member', `"group:\${confluent_byok_key.${label}.gcp[0].security_group}"`],
      ['depends_on', `[time_sleep.${label}]`],
    ),
  ]);
  return [registration, { text }, bindings];
}
