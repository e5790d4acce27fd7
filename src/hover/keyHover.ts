import * as vscode from 'vscode';
import type { Cluster } from '../model/cluster';
import type { Key } from '../model/key';
import { regionOf } from '../model/region';
import { usageOf } from '../model/usage';
import type { KeyRef } from '../stores/keyRef';
import { factsTooltip } from '../tree/tooltip';
import { ago, keyLabel, phaseName, providerName, stateName } from '../words/words';
import type { HoverParts } from './hoverParts';
import { keyLinks } from './keyLinks';
import { isMeant, mentionsAt } from './mention';

/** How many keys are shown of those that one identifier was registered for. */
const keysShown = 5;
/** How many clusters of a key are named. */
const clustersShown = 5;

/** The keys that are named at a place in a line; undefined where none is. */
export function keyHover(
  text: string,
  line: number,
  character: number,
  parts: HoverParts,
): vscode.Hover | undefined {
  for (const mention of mentionsAt(text, character)) {
    const found = parts.connections.list().flatMap(({ id: connectionId }) =>
      parts.store
        .of(connectionId)
        .keys.filter(key => isMeant(key, mention))
        .map(key => ({ connectionId, key })),
    );
    if (found.length === 0) continue;
    const range = new vscode.Range(line, mention.start, line, mention.end);
    const more = found.length - keysShown;
    const contents = [
      ...found.slice(0, keysShown).flatMap(ref => [facts(ref, parts), keyLinks(ref)]),
      more > 0
        ? new vscode.MarkdownString(vscode.l10n.t('It is registered {0} more times.', more))
        : undefined,
    ];
    return new vscode.Hover(
      contents.filter(content => content !== undefined),
      range,
    );
  }
  return undefined;
}

/** What is known about a key, all of it as text. */
function facts(
  { connectionId, key }: KeyRef,
  { connections, store, clusters }: HoverParts,
): vscode.MarkdownString {
  const { validation } = key;
  const { loadedAt } = store.of(connectionId);
  const organizations = connections.list();
  const organization = organizations.find(({ id }) => id === connectionId);
  return factsTooltip(keyLabel(key), [
    [vscode.l10n.t('ID'), key.displayName === undefined ? undefined : key.id],
    [vscode.l10n.t('Organization'), organizations.length > 1 ? organization?.label : undefined],
    [vscode.l10n.t('Cloud'), placeOf(key)],
    [vscode.l10n.t('State'), stateName(key.state)],
    [vscode.l10n.t('Validation'), validation && phaseName(validation.phase)],
    [vscode.l10n.t('Message'), validation?.message],
    [vscode.l10n.t('Clusters'), clusterNames(key, clusters.of(connectionId)?.clusters)],
    [vscode.l10n.t('As of'), loadedAt === undefined ? undefined : ago(loadedAt)],
  ]);
}

function placeOf(key: Key): string {
  const region = regionOf(key);
  return region === undefined ? providerName(key.provider) : `${providerName(key.provider)}, ${region}`;
}

/** Undefined while nobody asked for the clusters: that is not the same as none. */
function clusterNames(key: Key, seen: readonly Cluster[] | undefined): string | undefined {
  if (!seen) return undefined;
  const usage = usageOf(key, seen);
  const names = [...usage.clusters, ...usage.legacy].map(({ displayName, id }) => displayName ?? id);
  if (names.length === 0) return vscode.l10n.t('none to be seen');
  const more = names.length - clustersShown;
  const shown = names.slice(0, clustersShown).join(', ');
  return more > 0 ? vscode.l10n.t('{0} and {1} more', shown, more) : shown;
}
