import assert from 'node:assert/strict';
import { usedKeys } from '../../../src/model/overview/usedKeys';
import { someCluster, someKey } from '../../factories';

describe('the keys that are used', () => {
  it('are those that a cluster has, and those that only say so, which come first', () => {
    const keys = [
      someKey('cck-1', { name: 'b', state: 'IN_USE' }),
      someKey('cck-2', { name: 'free' }),
      someKey('cck-3', { name: 'c', state: 'IN_USE' }),
      someKey('cck-4', { name: 'a', state: 'IN_USE' }),
      someKey('cck-5', { name: 'behind' }),
      someKey('cck-6', { state: 'IN_USE' }),
    ];
    const clusters = [
      someCluster('lkc-1', { keyId: 'cck-1' }),
      someCluster('lkc-2', { keyId: 'cck-4' }),
      someCluster('lkc-3', { keyId: 'cck-3' }),
      someCluster('lkc-4', { keyId: 'cck-3' }),
      someCluster('lkc-5', { keyId: 'cck-5' }),
      someCluster('lkc-6', { keyId: 'cck-of-another' }),
      someCluster('lkc-7'),
    ];
    assert.deepEqual(
      usedKeys(keys, clusters).map(({ key, clusters: own }) => [key.id, ...own.map(({ id }) => id)]),
      [['cck-6'], ['cck-3', 'lkc-3', 'lkc-4'], ['cck-4', 'lkc-2'], ['cck-1', 'lkc-1'], ['cck-5', 'lkc-5']],
    );
  });

  it('are none of none', () => assert.deepEqual(usedKeys([], [someCluster('lkc-1', { keyId: 'x' })]), []));
});
