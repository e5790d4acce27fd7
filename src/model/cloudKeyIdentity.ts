/**
 * What two identifiers of one key in its cloud have in common, however they are spelled: an ARN and a key URL have no
 * case that counts, and the version of a key in Azure or Google Cloud is none of its identity.
 */
export function cloudKeyIdentity(identifier: string): string {
  if (/^arn:/i.test(identifier)) return identifier.trimEnd().toLowerCase();
  const azure = /^https?:\/\/([^/:]+)(?::\d+)?\/keys\/([^/]+)/i.exec(identifier);
  if (azure) return `https://${azure[1] ?? ''}/keys/${azure[2] ?? ''}`.toLowerCase();
  const start = googlePrefix.exec(identifier)?.[0].length ?? 0;
  const version = identifier.indexOf('/cryptoKeyVersions/');
  return identifier.slice(start, version < 0 ? undefined : version);
}

const googlePrefix = /^(https:)?\/\/cloudkms\.googleapis\.com\/(v\d[a-z0-9]*\/)?/i;
