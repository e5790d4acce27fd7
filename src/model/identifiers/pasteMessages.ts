/** What the output of a cloud's command line says about a key, in English; {0} is the cloud's own word. */
export const pasteMessages = {
  keyDisabled: 'The key is not enabled: its state is "{0}". Confluent cannot use it so.',
  keyPendingDeletion: 'The key is to be deleted. All data under it would be lost with it.',
  keyNotSymmetric: 'The key is of type "{0}". Confluent needs a symmetric key for encryption.',
  keyWrongUsage: 'The key is for "{0}". Confluent needs one for encryption and decryption.',
  keyNotRsa: 'The key is of type "{0}". Confluent needs RSA or RSA-HSM.',
  keyOperationsMissing: 'The key does not permit "{0}", which encryption at rest needs.',
  keyImported: 'The key material was imported. Confluent does not support that.',
  keyMultiRegion:
    'This is a multi-Region key. Confluent documents neither that it works nor that it does not.',
  keyAwsManaged: 'AWS manages this key: its policy cannot be changed, so Confluent cannot be given access.',
  keyExpires: 'The key stops working at {0}. Data under it would be out of reach.',
  keyCertificate: 'The key belongs to a certificate, and is replaced with it.',
  vaultNoRbac:
    'The vault uses access policies, so that role assignments have no effect. Change it to Azure RBAC.',
  vaultNoPurgeProtection: 'Purge protection is off in this vault. Confluent asks for it.',
  vaultFirewall:
    'The firewall of this vault lets no trusted Microsoft services through. Dedicated clusters need that.',
  vaultPrivate: 'This vault allows no public access from all networks. Enterprise clusters need that.',
} as const;
