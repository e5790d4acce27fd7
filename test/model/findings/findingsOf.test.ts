import fc from 'fast-check';
import assert from 'node:assert/strict';
import type { FindingInput } from '../../../src/model/findings/estate';
import type { Evidence } from '../../../src/model/findings/finding';
import { findingRules } from '../../../src/model/findings/finding';
import { findingsOf } from '../../../src/model/findings/findingsOf';
import { rules } from '../../../src/model/findings/rules';
import type { Key } from '../../../src/model/key';
import { someCluster, someKey } from '../../factories';
import {
  before,
  cluster,
  day,
  findingInput,
  inUse,
  legacy,
  legacyArn,
  namedKey,
  now,
  seen,
  withArn,
} from './findingInput';

const invalid = { phase: 'INVALID', message: 'Access to key denied.' };

describe('the evidence of findings', () => {
  const [since, { displayName, id, environmentId, cloud, region }] = [
    Date.parse(before(60 * 60_000)),
    cluster,
  ];
  const used = { code: 'cluster', cluster: { id, displayName, environmentId, cloud, region } } as const;
  const cases: readonly (readonly [
    rule: string,
    input: Partial<FindingInput>,
    evidence: readonly Evidence[],
  ])[] = [
    [
      'invalidInUse',
      { keys: [namedKey({ ...invalid, ...inUse })], clusters: seen(cluster) },
      [{ code: 'message', text: 'Access to key denied.' }, used, { code: 'invalidSince', at: since }],
    ],
    [
      'registeredTwice',
      { keys: [withArn(legacyArn), { ...withArn(legacyArn), id: 'cck-2' }] },
      [
        { code: 'sameKey', keyId: 'cck-2', displayName: 'orders' },
        { code: 'cloudKey', identifier: legacyArn },
      ],
    ],
    [
      'inUseUnseen',
      { keys: [namedKey(inUse)], heldSince: () => now - day },
      [
        { code: 'lookedAt', environments: 1, closed: 0 },
        { code: 'unseenSince', at: now - day },
      ],
    ],
    [
      'otherRegion',
      { keys: [namedKey({ region: 'us-east-1', ...inUse })], clusters: seen(cluster) },
      [{ code: 'place', provider: 'AWS', region: 'us-east-1' }, used],
    ],
    [
      'legacyKey',
      { keys: [withArn(legacyArn)], clusters: seen(legacy) },
      [
        { code: 'legacyCluster', cluster: { ...used.cluster, id: 'lkc-9' } },
        { code: 'cloudKey', identifier: legacyArn },
        { code: 'sameKey', keyId: 'cck-1', displayName: 'orders' },
      ],
    ],
  ];
  for (const [rule, parts, evidence] of cases) {
    it(`tell what ${rule} went by`, () => {
      const found = findingsOf(findingInput(parts)).findings.find(finding => finding.rule === rule);
      assert.deepEqual(found?.evidence, evidence);
    });
  }

  it('names ten of many at most, and counts the others', () => {
    const keys = Array.from({ length: 40 }, (_, index) => ({
      ...withArn(legacyArn),
      id: `cck-${10 + index}`,
    }));
    const { findings } = findingsOf(findingInput({ keys, quota: undefined }));
    const shape = findings.map(({ evidence }) => {
      const others = evidence.filter(({ code }) => code === 'sameKey').length;
      const more = evidence.find(fact => fact.code === 'more');
      return [others <= 10, others + (more?.count ?? 0)];
    });
    assert.deepEqual(shape, Array(40).fill([true, 39]));
  });
});

describe('findingsOf', () => {
  it('has every rule in its table, in the order of the lists', () =>
    assert.deepEqual(
      rules.map(({ rule }) => rule),
      findingRules,
    ));

  it('skips, and says so, what needs clusters or a quota that nobody knows', () => {
    const { skipped } = findingsOf(findingInput({ clusters: undefined, quota: undefined }));
    assert.deepEqual(skipped, [
      'otherCloud',
      'otherRegion',
      'quotaFull',
      'inUseUnseen',
      'legacyKey',
      'quotaNear',
    ]);
    assert.deepEqual(findingsOf(findingInput()).skipped, []);
  });

  it('finds what there is beside a key on which every rule throws', () => {
    const twins = ['cck-2', 'cck-3'].map(id => ({ ...withArn(legacyArn.replace('cck-1', 'twin')), id }));
    const input = findingInput({
      keys: [hostile(), namedKey(invalid), ...twins],
      clusters: seen(someCluster('lkc-0', { keyId: 'cck-0' })),
    });
    const { findings, broken } = findingsOf(input);
    assert.deepEqual(
      {
        findings: findings.map(({ id }) => id),
        broken: new Set(broken.map(({ subject, error }) => `${subject} ${error}`)),
      },
      {
        findings: ['invalid:cck-1', 'registeredTwice:cck-2', 'registeredTwice:cck-3'],
        broken: new Set(['cck-0 Error: unreadable member']),
      },
    );
    assert.deepEqual(
      broken.map(({ rule }) => rule),
      rules.filter(({ about }) => about === 'key').map(({ rule }) => rule),
    );

    function hostile(): Key {
      const members = ['displayName', 'provider', 'state', 'validation', 'cloudKey', 'createdAt'];
      return Object.defineProperties(
        { id: 'cck-0' } as Key,
        Object.fromEntries(members.map(name => [name, { get: fail }])),
      );
    }

    function fail(): never {
      throw new Error('unreadable member');
    }
  });

  it('gives the worst first, and the same for the same things in any order', () => {
    const keys = [
      namedKey(invalid, 'cck-b'),
      someKey('cck-a', { ...invalid, ...inUse }),
      someKey('cck-c', { createdAt: before(400 * day) }),
      { ...withArn(legacyArn), id: 'cck-d' },
      { ...withArn(legacyArn), id: 'cck-e' },
    ];
    const clusters = [legacy, someCluster('lkc-8', { legacyEncryptionKey: 'arn:other' })];
    const ids = (parts: Partial<FindingInput>) =>
      findingsOf(findingInput(parts)).findings.map(({ id }) => id);
    const expected = [
      'invalidInUse:cck-a',
      'invalid:cck-b',
      'registeredTwice:cck-d',
      'registeredTwice:cck-e',
      'inUseUnseen:cck-a',
      'legacyKey:lkc-8',
      'legacyKey:lkc-9',
      'unused:cck-c',
      'unnamed:cck-a',
      'unnamed:cck-c',
    ];
    const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
    fc.assert(
      fc.property(shuffled(keys), shuffled(clusters), (someKeys, someClusters) =>
        assert.deepEqual(ids({ keys: someKeys, clusters: seen(...someClusters) }), expected),
      ),
    );
  });
});
