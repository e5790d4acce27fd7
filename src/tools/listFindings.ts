import * as vscode from 'vscode';
import { severities, type Finding } from '../model/findings/finding';
import type { Findings, MutedFinding } from '../stores/findings';
import { findingTitle, findingWords } from '../words/findingWords';
import { findKeys } from './findKeys';
import { organizationRow, organizationsFor, untilCancelled, type Organization } from './organizations';
import type { Tool, ToolParts } from './tool';
import { clip, defined, notice, pageOf, time } from './toolAnswer';
import { ToolInput } from './toolInput';

const members = ['organization', 'key', 'severity', 'includeMuted', 'includeClusters', 'offset', 'limit'];

/** What is wrong with keys, and what to do about each. */
export function listFindings(parts: ToolParts): Tool {
  const { store, clusters } = parts;
  return {
    name: 'byok_listFindings',
    message: vscode.l10n.t('Looking for what is wrong with encryption keys of Confluent Cloud'),
    question: vscode.l10n.t(
      'The language model gets what is wrong with keys: ids, names, states, and what to do. It gets no credential.',
    ),
    async run(input, token) {
      const given = new ToolInput(input, members);
      const wanted = given.text('key');
      const severity = given.oneOf('severity', severities);
      const withMuted = given.flag('includeMuted');
      const withClusters = given.flag('includeClusters');
      const range = {
        offset: given.count('offset', 0, 0, 1_000_000),
        limit: given.count('limit', 50, 1, 200),
      };
      const organizations = await organizationsFor(given.text('organization'), parts, token);
      const meant = wanted === undefined ? undefined : meantKeys(wanted, organizations);
      const findings = await untilCancelled(parts.findings(), token);
      if (withClusters) {
        const looking = organizations.map(({ connection: { id } }) => findings.load(id));
        await untilCancelled(Promise.all(looking), token);
      }
      const found = organizations
        .flatMap(({ connection: { id: connectionId } }) => {
          const { open, muted } = findings.of(connectionId);
          return [...open, ...(withMuted ? muted : [])].map(finding => ({ connectionId, finding }));
        })
        .filter(({ finding }) => severity === undefined || finding.severity === severity)
        .filter(({ connectionId, finding }) => meant?.has(nameOf(connectionId, finding.keyId)) ?? true);
      const { rows, more } = pageOf(
        found,
        ({ connectionId, finding }) => rowOf(connectionId, finding),
        range,
      );
      return {
        notice,
        organizations: organizations.map(each => ({ ...organizationRow(each), ...gaps(each, findings) })),
        matching: found.length,
        findings: rows,
        ...(more === undefined ? {} : { more }),
      };
    },
  };

  function rowOf(connectionId: string, finding: Finding | MutedFinding): object {
    const { id, severity, rule, keyId, clusterIds } = finding;
    const key = keyId === undefined ? undefined : store.find(connectionId, keyId);
    const { title, evidence, why, advice } = findingWords(finding, key, {
      when: time,
      quote: text => clip(text, 400),
    });
    return defined({
      id: clip(id, 300),
      organization: connectionId,
      severity,
      rule,
      title,
      key: keyId === undefined ? undefined : clip(keyId, 255),
      keyName: key?.displayName === undefined ? undefined : clip(key.displayName),
      clusters: clusterIds.length === 0 ? undefined : clusterIds.slice(0, 20).map(each => clip(each, 255)),
      evidence: evidence.slice(0, 20),
      why,
      whatToDo: advice,
      mutedBecause: 'mute' in finding ? clip(finding.mute.reason, 300) : undefined,
    });
  }

  /** What was not looked for, so that nobody takes silence for health. */
  function gaps({ connection: { id } }: Organization, findings: Findings): object {
    const { skipped, broken, muted } = findings.of(id);
    return defined({
      notLookedFor: skipped.length === 0 ? undefined : skipped.map(findingTitle),
      notLookedForBecause: skipped.length === 0 ? undefined : reasonFor(id),
      failedRules: broken.length === 0 ? undefined : broken.length,
      muted: muted.length === 0 ? undefined : muted.length,
    });
  }

  function reasonFor(connectionId: string): string {
    return clusters.failureOf(connectionId) === undefined
      ? 'The clusters or the quota are not known. "includeClusters": true looks them up.'
      : 'The clusters could not be listed.';
  }
}

/** The keys that a model means, as connection and id. What cannot be read is known by its id alone. */
function meantKeys(wanted: string, organizations: readonly Organization[]): ReadonlySet<string> {
  const unreadable = organizations.flatMap(({ connection, state }) =>
    state.unreadable.filter(({ id }) => id === wanted).map(() => nameOf(connection.id, wanted)),
  );
  if (unreadable.length > 0) return new Set(unreadable);
  return new Set(
    findKeys(wanted, organizations).map(({ connectionId, key }) => nameOf(connectionId, key.id)),
  );
}

function nameOf(connectionId: string, keyId: string | undefined): string {
  return JSON.stringify([connectionId, keyId]);
}
