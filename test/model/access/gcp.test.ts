import assert from 'node:assert/strict';
import { customRoleId } from '../../../src/model/access/gcp';

describe('customRoleId', () => {
  const cases: readonly (readonly [label: string, keyRing: string, key: string, id: string])[] = [
    ['ring, key and ending', 'ring', 'key', 'ring_key_custom_kms_role'],
    ['underscores for dashes', 'my-ring', 'my-key-1', 'my_ring_my_key_1_custom_kms_role'],
    [
      '64 characters',
      'r'.repeat(40),
      'k'.repeat(7),
      `${'r'.repeat(40)}_${'k'.repeat(7)}_custom_kms_role`.slice(0, 64),
    ],
    ['the ending alone where it would be 65', 'r'.repeat(40), 'k'.repeat(8), 'custom_kms_role'],
  ];
  for (const [label, keyRing, key, id] of cases) {
    it(label, () => assert.equal(customRoleId({ keyRing, key }), id));
  }
});
