import assert from 'node:assert/strict';
import { ApiError } from '../../src/api/errors';
import { findingsOf } from '../../src/model/findings/findingsOf';
import type { Rule } from '../../src/model/findings/rule';
import { rules } from '../../src/model/findings/rules';
import type { Key } from '../../src/model/key';
import { overviewState } from '../../src/panels/overview/overviewState';
import type { OrganizationSituation, OverviewSituation } from '../../src/panels/overview/situation';
import type { Look, OverviewState } from '../../src/panels/protocol/overview';
import { firstLook } from '../../src/panels/protocol/overview';
import type { ConnectionFindings } from '../../src/stores/findings';
import { loadedKeys, someCluster, someConnection, someKey } from '../factories';
import { findingInput, now, seen } from '../model/findings/findingInput';
import { hostileTexts } from './hostile';

const quota = { id: 'byok.max_keys.per_org', limit: 20, usage: undefined };

/** An organization of which everything is known. */
function organization(
  keys: readonly Key[],
  parts: Partial<OrganizationSituation> & { readonly id?: string; readonly rules?: readonly Rule[] } = {},
): OrganizationSituation {
  const { id = 'acme', rules: table, ...others } = parts;
  const clusters = seen(someCluster('lkc-1', { keyId: 'cck-1', displayName: 'orders' }));
  const { findings: open, broken, skipped } = findingsOf(findingInput({ keys, clusters, quota }), table);
  return {
    connection: someConnection(id),
    keys: loadedKeys(id, keys),
    clusters: { seen: clusters, failure: undefined },
    quota,
    findings: { open, muted: [], broken, skipped },
    ...others,
  };
}

function stateOf(
  organizations: readonly OrganizationSituation[],
  parts: Partial<OverviewSituation> = {},
): OverviewState {
  return overviewState({ organizations, look: firstLook, isBusy: false, isListing: false, now, ...parts });
}

const inUse = someKey('cck-1', { name: 'orders', state: 'IN_USE' });
const invalid = someKey('cck-2', { name: 'old', phase: 'INVALID', message: 'Access to key denied.' });
const many = (count: number): readonly Key[] =>
  Array.from({ length: count }, (_, index) => someKey(`cck-${index}`, { region: `r-${index}` }));

describe('the overview', () => {
  it('shows the organization, the charts, the findings and who uses what', () => {
    const state = stateOf([organization([inUse, invalid])]);
    assert.deepEqual(
      {
        lead: state.lead,
        status: state.status,
        organizations: state.organizations?.items.map(({ name, facts }) => [name, ...facts.slice(0, 2)]),
        phases: state.charts?.items[2]?.segments,
        found: state.findings?.items.map(({ id, key, place }) => [id, key, place]),
        used: state.usedKeys?.items,
      },
      {
        lead: '2 keys in ACME',
        status: [
          { tone: 'warning', text: 'Needs attention: 1' },
          { tone: 'plain', text: 'Worth a look: 1' },
        ],
        organizations: [
          ['ACME', '2 of 20 keys (10%)', 'Clusters: 1, in 1 of 1 environments that these credentials see'],
        ],
        phases: [
          { value: 'VALID', tone: 'good', label: 'Valid', count: '1', share: 0.5, percent: '50%' },
          { value: 'INVALID', tone: 'bad', label: 'Invalid', count: '1', share: 0.5, percent: '50%' },
        ],
        found: [
          ['invalid:cck-2', { connection: 'acme', key: 'cck-2', label: 'old' }, ''],
          ['unused:cck-2', { connection: 'acme', key: 'cck-2', label: 'old' }, ''],
        ],
        used: [
          {
            connection: 'acme',
            key: 'cck-1',
            label: 'orders',
            place: 'AWS · eu-west-1',
            clusters: ['orders (lkc-1) · Dedicated · prod'],
            isUnseen: false,
          },
        ],
      },
    );
  });

  it('says of each finding what it goes by, why it matters and what to do', () => {
    const [finding] = stateOf([organization([invalid])]).findings?.items ?? [];
    assert.deepEqual(
      { ...finding, evidence: finding?.evidence.slice(0, 1), advice: finding?.advice.slice(0, 1) },
      {
        id: 'invalid:cck-2',
        tone: 'warning',
        severity: 'Needs attention',
        title: 'Invalid key',
        evidence: ['Confluent says: Access to key denied.'],
        why: 'No cluster can be created with the key until Confluent can use it.',
        advice: ['Likely cause: The grant for Confluent is missing or incomplete.'],
        connection: 'acme',
        key: { connection: 'acme', key: 'cck-2', label: 'old' },
        place: '',
      },
    );
  });

  it('counts the keys of several organizations together, and names the organization of each thing', () => {
    const state = stateOf([organization([inUse]), organization([invalid], { id: 'other' })]);
    assert.equal(state.lead, '2 keys in 2 organizations');
    assert.equal(state.organizations?.items.length, 2);
    assert.deepEqual(
      state.findings?.items.map(({ place }) => place),
      ['OTHER', 'OTHER'],
    );
    assert.equal(state.usedKeys?.items[0]?.place, 'AWS · eu-west-1 · ACME');
  });

  it('has the worst of all organizations first', () => {
    const worse = someKey('cck-3', { name: 'worse', state: 'IN_USE', phase: 'INVALID' });
    const state = stateOf([organization([invalid]), organization([worse], { id: 'other' })]);
    assert.equal(state.findings?.items[0]?.id, 'invalidInUse:cck-3');
  });

  it('shows one kind of finding alone, and all again once there is none of that kind', () => {
    const look: Look = { ...firstLook, rule: ['unused'] };
    const shown = (keys: readonly Key[]) =>
      stateOf([organization(keys)], { look }).findings?.items.map(({ id }) => id);
    assert.deepEqual(shown([invalid]), ['unused:cck-2']);
    assert.deepEqual(shown([{ ...invalid, createdAt: now }]), ['invalid:cck-2']);
  });

  it('has muted findings apart, with the reason', () => {
    const { findings, ...rest } = organization([invalid]);
    const [first, ...open] = findings?.open ?? [];
    assert.ok(first && findings);
    const muted = [{ ...first, mute: { reason: 'Agreed', at: Date.now() } }];
    const found = stateOf([{ ...rest, findings: { ...findings, open, muted } }]).findings;
    assert.deepEqual(
      [found?.items.length, found?.muted.title, found?.muted.items.map(item => item.muted)],
      [1, 'Muted (1)', ['Muted just now: Agreed']],
    );
  });

  describe('that is long', () => {
    const keys = many(1000);

    it('is drawn in part, and says how much is left', () => {
      const { charts, findings } = stateOf([organization(keys)]);
      const regions = charts?.items.find(({ by }) => by === 'regions');
      assert.deepEqual([regions?.segments.length, regions?.more], [6, 'Show 50 more of 994']);
      assert.deepEqual([findings?.items.length, findings?.more?.slice(0, 16)], [20, 'Show 50 more of ']);
    });

    it('grows by what the user asks for', () => {
      const look: Look = { ...firstLook, more: [{ list: 'regions', count: 100 }] };
      const { charts, findings } = stateOf([organization(keys)], { look });
      const regions = charts?.items.find(({ by }) => by === 'regions');
      assert.deepEqual([regions?.segments.length, findings?.items.length], [106, 20]);
    });
  });

  it('is readable when a rule throws on a key, and says so', () => {
    const broken: readonly Rule[] = rules.map(rule =>
      rule.rule === 'invalid'
        ? {
            rule: 'invalid',
            about: 'key',
            severity: 'warning',
            look: () => {
              throw new Error('broken');
            },
          }
        : rule,
    );
    const { charts, findings } = stateOf([organization([inUse, invalid], { rules: broken })]);
    assert.equal(charts?.items.length, 5);
    assert.deepEqual(findings?.notes, [
      'Whether there is “Invalid key” could not be found out for: cck-1, cck-2',
    ]);
    assert.deepEqual(
      findings.items.map(({ id }) => id),
      ['unused:cck-2'],
    );
  });

  it('says what could not be looked at without clusters', () => {
    const unseen = { seen: undefined, failure: undefined };
    const {
      findings: open,
      broken,
      skipped,
    } = findingsOf(findingInput({ keys: [inUse], clusters: undefined }));
    const findings: ConnectionFindings = { open, muted: [], broken, skipped };
    const state = stateOf([organization([inUse], { clusters: unseen, findings })]);
    assert.match(
      state.findings?.notes.join() ?? '',
      /^The clusters are not known, so that nobody could look for: /,
    );
    assert.equal(state.findings?.lead, 'Nothing was found, but not everything could be looked at.');
    assert.equal(state.usedKeys?.lead, 'The clusters are not known: who uses which key was not looked at.');
    assert.deepEqual(state.usedKeys.items[0]?.clusters, []);
  });

  describe('without keys', () => {
    const failure = new ApiError('unreachable', { reason: 'refused' });
    const nothing = { loadedAt: undefined };
    const cases: readonly (readonly [
      label: string,
      organizations: readonly OrganizationSituation[],
      notices: readonly string[],
      notes: readonly string[],
    ])[] = [
      ['nobody is signed in', [], ['Nobody is signed in.'], []],
      ['an organization without a key', [organization([])], ['There are no encryption keys yet.'], []],
      [
        'an organization that is being asked',
        [organization([], { keys: loadedKeys('acme', [], nothing) })],
        ['Loading keys…'],
        [],
      ],
      [
        'an organization that cannot be reached',
        [organization([], { keys: loadedKeys('acme', [], { ...nothing, failure }) })],
        [],
        [
          'The keys could not be loaded. The host of the endpoint refuses connections. Check the network, the endpoint, and the setting http.proxy.',
        ],
      ],
    ];
    for (const [label, organizations, notices, notes] of cases) {
      it(`says why: ${label}`, () => {
        const state = stateOf(organizations);
        assert.deepEqual(
          state.notices.map(({ title }) => title),
          notices,
        );
        assert.deepEqual(
          state.organizations?.items.flatMap(item => item.notes.map(({ text }) => text)) ?? [],
          notes,
        );
        assert.equal(state.charts, undefined);
        assert.equal(state.findings, undefined);
      });
    }
  });

  it('keeps the keys of before when a refresh fails, and offers to sign in where that helps', () => {
    const refused = new ApiError('unauthenticated', { status: 401 });
    const keys = loadedKeys('acme', [inUse], { failure: refused });
    const state = stateOf([organization([inUse], { keys })]);
    assert.equal(state.charts?.items.length, 5);
    const [shown] = state.organizations?.items ?? [];
    assert.match(shown?.notes[0]?.text ?? '', /^The last refresh failed\. Confluent Cloud did not accept/);
    assert.deepEqual(
      shown?.buttons.map(({ does }) => does),
      ['signInAgain'],
    );
  });

  it('says how full the quota is, also above it', () => {
    const shares = [10, 17, 20, 25].map(count => {
      const [shown] = stateOf([organization(many(count))]).organizations?.items ?? [];
      return [shown?.facts[0], shown?.quota];
    });
    assert.deepEqual(shares, [
      ['10 of 20 keys (50%)', { share: 0.5, tone: 'plain' }],
      ['17 of 20 keys (85%)', { share: 0.85, tone: 'warning' }],
      ['20 of 20 keys (100%)', { share: 1, tone: 'bad' }],
      ['25 of 20 keys (125%)', { share: 1, tone: 'bad' }],
    ]);
  });

  for (const [label, text] of Object.entries(hostileTexts)) {
    it(`can be sent to its page, whatever a key is called: ${label}`, () => {
      const state = stateOf([organization([someKey('cck-1', { name: text, state: 'IN_USE' })])]);
      assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
      assert.ok(JSON.stringify(state).length < 20_000);
    });
  }
});
