import { accountStatement, statementTemplates } from '../access/keyPolicy';
import { mergeKeyPolicy } from '../access/mergeKeyPolicy';
import { unavailableFor, type GrantOptions, type Unavailable } from '../access/grant';
import { awsGrant } from '../access/aws';
import { parseKeyArn } from '../identifiers/aws';
import type { JsonValue } from '../json';
import type { AwsCloudKey } from '../key';
import { hclString } from '../shellQuote';
import { attributes, block, hclList, hclObject, hclValue, resource, type Block } from './block';

const remarks = [
  'The order that avoids a circle: aws_kms_key, confluent_byok_key, aws_kms_key_policy, cluster. The policy is a',
  'resource of its own, because it names roles that exist only once the key is registered.',
];

/** The registration of an AWS key and its whole policy: the one it has, when that is given, with the grant added. */
export function awsTerraform(
  key: AwsCloudKey,
  label: string,
  { currentPolicy }: GrantOptions,
): readonly Block[] | Unavailable {
  const arn = hclString(key.keyArn);
  const registration = resource('confluent_byok_key', label, [
    block('aws', [], [`key_arn = ${arn}`]).text.trimEnd(),
  ]);
  const policy = currentPolicy === undefined ? wholePolicy(key, label) : mergedPolicy(key, currentPolicy);
  if (typeof policy !== 'string') return policy;
  const lines = [...attributes(['key_id', arn], ['policy', `jsonencode(${policy})`])];
  const warning = 'This replaces the whole policy of the key: add what else it must hold.';
  const said = currentPolicy === undefined ? [...remarks, warning] : remarks;
  return [registration, resource('aws_kms_key_policy', label, lines, said)];
}

function wholePolicy(key: AwsCloudKey, label: string): string | Unavailable {
  const arn = parseKeyArn(key.keyArn);
  if (!arn.ok) return { unavailable: 'identifierUnexpected' };
  const roles = `confluent_byok_key.${label}.aws[0].roles`;
  const statements = statementTemplates.map(({ sid, actions }) =>
    hclObject(
      [
        ['Sid', hclString(sid)],
        ['Effect', '"Allow"'],
        ['Principal', hclObject([['AWS', roles]], '      ')],
        ['Action', hclValue(actions, '      ')],
        ['Resource', '"*"'],
      ],
      '    ',
    ),
  );
  const list = hclList([hclValue(accountStatement(arn.value), '    '), ...statements], '  ');
  return hclObject(
    [
      ['Version', '"2012-10-17"'],
      ['Statement', list],
    ],
    '',
  );
}

function mergedPolicy(key: AwsCloudKey, currentPolicy: string): string | Unavailable {
  const grant = awsGrant(key);
  if ('missing' in grant) return unavailableFor(grant);
  if ('unavailable' in grant) return grant;
  const merge = mergeKeyPolicy(currentPolicy, grant.roles, key.keyArn);
  if (!merge.ok) return { unavailable: 'policyUnreadable' };
  return hclValue(JSON.parse(merge.merged) as JsonValue);
}
