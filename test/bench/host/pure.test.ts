import fc from 'fast-check';
import assert from 'node:assert/strict';
import { grantForms } from '../../../src/model/access/grant';
import { grantText } from '../../../src/model/access/grantText';
import { awsKey, azureKey, gcpKey } from '../../model/access/sampleKeys';
import { kinds } from '../../model/identifiers/validIdentifiers';
import { report } from './report';
import { timeOf } from './timeOf';

const perRound = 20_000;

describe('bench: pure', () => {
  for (const { name, parse, valid } of kinds) {
    it(`is timed for reading a ${name}`, () => {
      const texts = fc.sample(valid, { numRuns: 500, seed: 1 });
      const ms = timeOf(perRound, index => {
        const parsed = parse(texts[index % texts.length] ?? '');
        assert.ok(parsed.ok);
      });
      report({
        measure: `read a ${name}`,
        value: 1000 / ms,
        unit: 'per s',
        limit: { atLeast: 100_000 },
      });
    }).timeout(60_000);
  }

  for (const [name, key] of [
    ['AWS', awsKey],
    ['Azure', azureKey],
    ['Google Cloud', gcpKey],
  ] as const) {
    for (const form of grantForms) {
      it(`is timed for the ${form} of a key in ${name}`, () => {
        if ('unavailable' in grantText(key, form)) return;
        report({
          measure: `grant for a key in ${name}, ${form}`,
          value: timeOf(perRound / 20, () => grantText(key, form)),
          unit: 'ms',
          limit: { atMost: 1 },
        });
      }).timeout(60_000);
    }
  }
});
