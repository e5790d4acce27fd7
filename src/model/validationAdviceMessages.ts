/** Likely causes of a failed validation and what helps, in English, by code. */
export const validationAdviceMessages = {
  causeAccess: 'The grant for Confluent is missing or incomplete.',
  causeTooEarly: 'The cluster was made before the grant was effective.',
  causeDisabled: 'The key is disabled in its cloud.',
  causeDeleted: 'The key is deleted, or is to be deleted.',
  causeNotFound: 'The key is not where the registration says.',
  causeExpired: 'The key has expired.',
  causeNetwork: 'The network rules around the key keep Confluent out.',
  causeConsent: 'The application of Confluent has no service principal in the tenant.',
  causeKeyType: 'The key is not of a type that Confluent can use.',
  causeRegion: 'The key is in another region than it must be.',
  causeThrottled: 'The cloud refused because there were too many requests.',
  causeUnknown: 'The message does not say why. Most often the grant is missing or incomplete.',

  fixAwsPolicy:
    'Compare the key policy with the two statements: every role, every action, no condition, no denial.',
  fixAzureRoles: 'Assign both roles to the application of Confluent, on the vault.',
  fixAzureRbac: 'Set the vault to Azure RBAC: with access policies, role assignments have no effect.',
  fixAzureNetwork:
    'Dedicated clusters: let trusted Microsoft services bypass the firewall. Enterprise: allow public access from all networks.',
  fixGcpRoles: 'Give the Google group of Confluent its role on the key.',
  fixGcpNetwork: 'With VPC Service Controls, let the Google group of Confluent in and out.',
  fixAwsNetwork: 'See whether a service control policy or a condition of the key policy asks for a network.',
  fixAnyGrant: 'Compare the access that the key grants with what Confluent asks for.',
  fixEnable: 'Enable the key again.',
  fixRestore: 'Cancel the deletion or recover the key. Without it, the data under it is lost.',
  fixIdentifier:
    'See whether the key still exists under this identifier. A registration cannot be changed: register the right one.',
  fixExpiry: 'Remove the expiry date of the key.',
  fixConsent: 'Make the service principal, with the commands of the grant. Entra ID wants rights for that.',
  fixNewKey: 'Make a key of the right type, and register that.',
  fixRegion: 'Register a key in the region of the cluster.',
  fixWaitForValid: 'Wait until the key is valid, then make the cluster again.',
  fixWait: 'Wait: Confluent tries again by itself.',
  fixSupport: 'If a cluster is affected, restore the saved policy and ask Confluent Support.',
} as const;

export type AdviceCode = keyof typeof validationAdviceMessages;
