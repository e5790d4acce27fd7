import assert from 'node:assert/strict';
import type { FindingRef } from '../../src/flows/pickFinding';
import { findingItems } from '../../src/flows/pickFinding';
import type { Severity } from '../../src/model/findings/finding';

function someRef(index: number, severity: Severity, parts: Partial<FindingRef> = {}): FindingRef {
  const keyId = `cck-${index}`;
  const evidence = [{ code: 'message', text: 'Denied. $(zap)' }] as const;
  return {
    connectionId: 'acme',
    finding: { id: `invalid:${keyId}`, rule: 'invalid', severity, keyId, clusterIds: [], evidence },
    key: undefined,
    mute: undefined,
    organization: undefined,
    ...parts,
  };
}

describe('the list of findings', () => {
  const labels = (refs: readonly FindingRef[]): readonly string[] =>
    findingItems(refs, false).map(({ label }) => label);

  it('has them under how bad they are, and those that are muted under that', () => {
    const mute = { reason: 'Agreed', at: 1 };
    const refs = [someRef(1, 'error'), someRef(2, 'warning'), someRef(3, 'error', { mute })];
    assert.deepEqual(labels(refs), [
      'At risk now',
      '$(error) Invalid key',
      'Needs attention',
      '$(warning) Invalid key',
      'Muted',
      '$(bell-slash) Invalid key',
    ]);
  });

  it('says where it was found and what it goes by, as text', () => {
    const [, item] = findingItems([someRef(1, 'error', { organization: 'Acme' })], true);
    assert.deepEqual(
      [item?.description, item?.detail, item?.buttons?.map(({ tooltip }) => tooltip)],
      ['cck-1 · Acme', 'Confluent says: Denied. \\$(zap)', ['Mute…']],
    );
  });

  it('leads to the overview where there are more than a list helps with', () => {
    const refs = Array.from({ length: 1500 }, (_, index) => someRef(index, 'warning'));
    assert.equal(labels(refs.slice(0, 500)).length, 501);
    assert.deepEqual(
      [labels(refs).length, labels(refs).at(-1)],
      [502, '$(graph) See all 1,500 in the overview'],
    );
  });
});
