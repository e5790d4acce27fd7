import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { csvOf, defused, fused } from '../../../src/model/inventory/csv';
import { someKey } from '../../factories';
import { someInventory } from './someInventory';

const parsed = (csv: string, delimiter = ','): readonly Readonly<Record<string, string>>[] =>
  parse(csv, { columns: true, delimiter, record_delimiter: '\r\n' });

/** The cells that have something in them. */
const filled = (record: Readonly<Record<string, string>> | undefined): unknown =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([, cell]) => cell !== ''));

describe('the inventory as CSV', () => {
  it('has all that is known of each key, in the order of the ids', () => {
    const [a, b, c, legacy, unreadable, ...more] = parsed(csvOf(someInventory()));
    assert.deepEqual([a, b, c, legacy, unreadable].map(filled), [
      {
        kind: 'registered',
        id: 'cck-a',
        provider: 'Azure',
        state: 'AVAILABLE',
        validation_phase: 'INITIALIZING',
        validation_since: '2026-05-31T00:00:00.000Z',
        cloud_identifier: 'https://vault.vault.azure.net/keys/cck-a',
        azure_subscription: '00000000-1111-2222-3333-444444444444',
        azure_resource_group: 'rg',
        azure_vault: 'vault',
        azure_tenant_id: '99998888-7777-6666-5555-444433332222',
        key_name: 'cck-a',
        created_at: '2026-05-31T00:00:00.000Z',
        environments_looked_at: '1 of 1',
        findings: 'waitingLong; unnamed',
      },
      {
        kind: 'registered',
        id: 'cck-b',
        display_name: 'orders',
        provider: 'AWS',
        state: 'IN_USE',
        validation_phase: 'INVALID',
        validation_since: '2026-05-22T00:00:00.000Z',
        validation_message: 'Access to key denied.',
        region: 'eu-west-1',
        cloud_identifier: 'arn:aws:kms:eu-west-1:111122223333:key/cck-b',
        created_at: '2026-05-22T00:00:00.000Z',
        clusters: 'lkc-1; lkc-2',
        cluster_names: '; orders',
        environments: 'env-2; env-1',
        environment_names: '; prod',
        environments_looked_at: '1 of 1',
        findings: 'invalidInUse',
      },
      {
        kind: 'registered',
        id: 'cck-c',
        display_name: 'reco',
        provider: 'GCP',
        state: 'AVAILABLE',
        validation_phase: 'VALID',
        validation_since: '2026-02-21T00:00:00.000Z',
        region: 'europe',
        cloud_identifier: 'projects/p/locations/europe/keyRings/r/cryptoKeys/cck-c',
        created_at: '2026-02-21T00:00:00.000Z',
        environments_looked_at: '1 of 1',
        findings: 'googleMultiRegion',
        muted_findings: 'unused (Agreed until March)',
      },
      {
        kind: 'legacy',
        cloud_identifier: 'arn:aws:kms:eu-west-1:111122223333:key/cck-1',
        clusters: 'lkc-9',
        environments: 'env-1',
        environment_names: 'prod',
        environments_looked_at: '1 of 1',
        findings: 'legacyKey',
      },
      { kind: 'unreadable', id: 'cck-z', environments_looked_at: '1 of 1', problem: 'no key.kind' },
    ]);
    assert.deepEqual(more, []);
  });

  it('is RFC 4180: a header, and CRLF after every record, the last one too', () => {
    const csv = csvOf(someInventory({ keys: [], clusters: undefined, unreadable: [] }));
    assert.match(csv, /^"kind","id","display_name",[^\r\n]+\r\n$/);
  });

  it('tells clusters that nobody looked for from none', () => {
    const looked = parsed(csvOf(someInventory({ clusters: undefined }))).map(
      row => row['environments_looked_at'],
    );
    assert.deepEqual(new Set(looked), new Set(['none']));
  });

  it('gives back every text as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, message) => {
        const key = {
          ...someKey('cck-1'),
          displayName: name,
          validation: { phase: 'INVALID', message, since: 0, region: 'x' },
        };
        const [row] = parsed(csvOf(someInventory({ keys: [key], unreadable: [], clusters: undefined })));
        assert.deepEqual(
          [fused(row?.['display_name'] ?? ''), fused(row?.['validation_message'] ?? '')],
          [name, message],
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('has no cell that begins a formula, in whichever language a spreadsheet takes its cells apart', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(',', ';', '\t', '|'), (name, delimiter) => {
        const key = { ...someKey('cck-1'), displayName: name };
        const csv = csvOf(someInventory({ keys: [key], unreadable: [], clusters: undefined }));
        const cells: readonly (readonly string[])[] = parse(csv, {
          delimiter,
          relax_quotes: true,
          relax_column_count: true,
          ltrim: true,
        });
        const formulas = cells.flat().filter(cell => /^\s*[=+\-@＝＋－＠]/.test(cell));
        assert.deepEqual(formulas, []);
      }),
      { numRuns: 1000 },
    );
  });

  const cases: readonly (readonly [text: string, defused: string])[] = [
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ["'quoted", "''quoted"],
    ['x;=1', "x;'=1"],
    ['orders-prod', 'orders-prod'],
    ['a = b', 'a = b'],
    ['arn:aws:kms:eu-west-1:1:key/x', 'arn:aws:kms:eu-west-1:1:key/x'],
    ['', ''],
  ];
  for (const [text, expected] of cases) {
    it(`defuses ${JSON.stringify(text)}`, () =>
      assert.deepEqual([defused(text), fused(expected)], [expected, text]));
  }
});

/** Text out of what is dangerous in a table. */
const hostile = fc.string({
  unit: fc.constantFrom(
    ...['=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', '|', ' ', 'a', '＝', '<b>', '🔑', '\\'],
  ),
  maxLength: 12,
});
