import { fillTemplate, type Message } from '../message';

/** Why a form of the grant cannot be made, and what to know about a grant or a policy, in English by code. */
export const accessMessages = {
  rolesMissing: 'Confluent has not assigned its IAM roles yet. Refresh in a minute.',
  applicationIdMissing: 'Confluent has not assigned its application yet. Refresh in a minute.',
  securityGroupMissing: 'Confluent has not assigned its Google group yet. Refresh in a minute.',
  roleUnexpected:
    'One of the roles is not the ARN of an IAM role. Ask Confluent Support before you admit it.',
  identifierUnexpected: 'The identifier of the key does not read like one, so its parts are not known.',
  noSuchForm: 'There is no such form for this cloud.',
  unknownKind: 'This kind of key is not known here.',
  notForPowerShell:
    'A value has characters that Windows would not hand to the command as they are. Use a POSIX shell.',
  notForTerminal: 'A value does not read like what it should be. Copy the commands and look at them first.',
  policyUnreadable: 'The current policy cannot be read.',

  policyReplaced: 'A key policy is replaced as a whole: keep a copy, and add to it.',
  azureRbac: 'The vault must use Azure RBAC. With access policies, role assignments have no effect.',
  azureConsent:
    'Making the service principal is consent to the application of Confluent. Entra ID wants rights for that.',
  azureDedicated:
    'Dedicated clusters: when the vault has a firewall, allow trusted Microsoft services to bypass it.',
  azureEnterprise: 'Enterprise clusters: the vault must allow public access from all networks.',
  azureCloudChanged:
    'The commands leave the Azure CLI in this sovereign cloud. Whether Confluent takes its keys is not documented.',
  gcpFreshGroup:
    'A new group can be bound after about half a minute. If the binding is refused, run it again.',
  gcpServiceControls: 'With VPC Service Controls, ingress and egress rules for this group are needed too.',

  policyEmpty: 'There is no policy.',
  policyTooLong: 'The policy has {0} characters, far more than the 32 KB that AWS allows.',
  policySyntax: 'This is not JSON: "{0}" cannot stand here.',
  policyEnd: 'This is not JSON: it ends too early.',
  policyDuplicate: '{0} stands here a second time in the same object.',
  policyTooDeep: 'The policy is nested deeper than any policy is.',
  policyNotObject: 'The policy must be an object.',
  policyNoStatement: 'The policy has no list of statements ("Statement").',
  policyStatement: 'Statement {0} is not an object.',

  conditionOnAllow:
    '"{0}" has a condition. The policy that Confluent gives has none, and access may fail because of it.',
  grantIsForAwsResource:
    '"{0}" asks for kms:GrantIsForAWSResource. Confluent makes its grants itself: access may fail because of it.',
  deny: '"{0}" denies {1} to the roles of Confluent. A denial beats every permission.',
  denyWithCondition: '"{0}" denies {1} to the roles of Confluent under a condition. See whether it applies.',
  deletedPrincipal: '"{0}" names {1}, which is what AWS shows for a role or a user that was deleted.',
  openToEveryone: '"{0}" admits everyone. Name the roles instead.',
  policyTooLarge: 'The policy has {0} bytes. AWS allows 32768.',

  listNotJson: 'This is not the JSON that the command prints.',
  narrowScope: '{0} is assigned for {1} only. Confluent needs it for the whole vault.',
  conditionOnAssignment: '{0} is assigned under a condition. Access may fail because of it.',
  conditionOnBinding: '{0} is bound under a condition. Access may fail because of it.',
  customRoleUnseen: 'The policy does not show what {0} permits.',
  inheritedUnseen: 'Bindings of the key ring, the project and above are not shown here, and would count too.',
} as const;

export type AccessCode = keyof typeof accessMessages;
export type AccessMessage = Message<AccessCode>;

/** The English sentence of a reason, a note or a warning. */
export function explainAccess(message: AccessMessage): string {
  return fillTemplate(accessMessages[message.code], message.args);
}
