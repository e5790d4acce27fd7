/** What can be wrong with the resource name of a Cloud KMS key, in English; {0} is what stands there. */
export const gcpMessages = {
  gcpPrefixStripped: '"{0}" is left out: the resource name starts with "projects/".',
  gcpSlashStripped: 'The slash before "projects/" is left out.',
  gcpConsoleUrl: 'This is a page of the Google Cloud console. Use its "Copy resource name".',
  gcpNotName: '"{0}" is not a resource name, which starts with "projects/".',
  gcpProjectMissing: 'The project is missing: the name starts with "projects/" and its id.',
  gcpLocationMissing:
    'The location is missing: after the project stands "locations/" and a region such as us-central1.',
  gcpKeyRingMissing: 'The key ring is missing: after the location stands "keyRings/" and its name.',
  gcpKeyMissing: 'The key is missing: after the key ring stands "cryptoKeys/" and its name.',
  gcpCollection: '"{0}" stands where "{1}" must stand.',
  gcpCollectionCase: '"{0}" is spelled "{1}".',
  gcpWrongOrder: 'The parts are in the wrong order: first projects, then locations, keyRings and cryptoKeys.',
  gcpImportJob: 'This is an import job. Confluent needs a key whose material was made in Cloud KMS.',
  gcpProject:
    '"{0}" is not a project id, which has 6 to 30 lower-case letters, digits and dashes and starts with a letter.',
  gcpLocation: '"{0}" is not a location, which reads like us-central1.',
  gcpLocationIsZone: '"{0}" is a zone. The region is the same without the last two characters.',
  gcpMultiRegion: '"{0}" is more than one region. A cluster and its key must be in the same region.',
  gcpKeyRing: '"{0}" cannot stand in the name of a key ring: letters, digits, dashes and underscores only.',
  gcpKeyRingLength: 'The name of the key ring has {1} characters. It must have 1 to 63.',
  gcpKey: '"{0}" cannot stand in the name of a key: letters, digits, dashes and underscores only.',
  gcpKeyLength: 'The name of the key has {1} characters. It must have 1 to 63.',
  gcpVersion: 'The name carries version {0}. Confluent takes it with or without.',
  gcpVersionNumber: '"{0}" is not the number of a version.',
  gcpVersionMissing: 'The number of the version is missing. "/cryptoKeyVersions" can be left out.',
  gcpTrailing: 'The resource name is complete before "{0}". Remove what follows.',
} as const;
