import * as vscode from 'vscode';
import { pageUri } from '../documents/keyUri';
import type { Dimension } from '../model/grouping';
import { groupings } from '../model/grouping';
import type { Key } from '../model/key';
import { canBecomeValid, cloudIdentifier } from '../model/key';
import { regionOf } from '../model/region';
import type { Sighting } from '../model/timeline';
import { ago, dateTime, keyLabel, phaseName, providerName, stateName } from '../words/words';
import { rowUri } from './keyDecorations';
import type { KeyNode } from './nodes';
import { factsTooltip } from './tooltip';
import type { TreeModel } from './treeModel';

export function keyItem(node: KeyNode, model: TreeModel): vscode.TreeItem {
  const key = model.key(node.connectionId, node.keyId);
  const usage = model.usage(node.connectionId, node.keyId);
  const hasUsers = key?.state !== 'AVAILABLE' || (usage && usage.clusters.length + usage.legacy.length > 0);
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(key ? keyLabel(key) : node.keyId, hasUsers ? Collapsed : None);
  item.id = node.id;
  if (!key) return item;
  const uri = pageUri(node.connectionId, key.id);
  const levels: readonly Dimension[] = groupings[model.input.grouping];
  item.resourceUri = rowUri(node.connectionId, key.id);
  item.description = descriptionOf(key, levels);
  item.iconPath = phaseIcon(key.validation?.phase);
  item.contextValue = contextOf(key, model.input.isWatched(node.connectionId, key.id));
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open Key'), arguments: [uri] };
  item.accessibilityInformation = { label: spoken(key) };
  return item;
}

/** Everything that the row has no room for. The text of the service is text there, and nothing else. */
export function keyTooltip(key: Key, timeline: readonly Sighting[]): vscode.MarkdownString {
  const { validation } = key;
  return factsTooltip(keyLabel(key), [
    [vscode.l10n.t('ID'), key.id],
    [vscode.l10n.t('Cloud'), providerName(key.provider)],
    [vscode.l10n.t('Key in the cloud'), cloudIdentifier(key.cloudKey)],
    [vscode.l10n.t('Region'), regionOf(key)],
    [vscode.l10n.t('State'), stateName(key.state)],
    [
      vscode.l10n.t('Validation'),
      validation ? phaseName(validation.phase) : vscode.l10n.t('not told by the service'),
    ],
    [vscode.l10n.t('Message'), validation?.message],
    [vscode.l10n.t('Since'), validation?.since === undefined ? undefined : when(validation.since)],
    [vscode.l10n.t('Created'), key.createdAt === undefined ? undefined : when(key.createdAt)],
    [vscode.l10n.t('Updated'), key.updatedAt === undefined ? undefined : when(key.updatedAt)],
    [vscode.l10n.t('Seen here'), timelineText(timeline)],
  ]);
}

function descriptionOf(key: Key, levels: readonly Dimension[]): string {
  const parts: Readonly<Record<Dimension, string | undefined>> = {
    provider: providerName(key.provider),
    state: stateName(key.state),
    region: regionOf(key),
  };
  const shown = (['provider', 'state', 'region'] as const)
    .filter(dimension => !levels.includes(dimension))
    .map(dimension => parts[dimension]);
  const age = key.createdAt === undefined ? undefined : ago(key.createdAt);
  return [...shown, age].filter(part => part !== undefined).join(' · ');
}

/** A shape of its own for every phase, so that colour only repeats what the shape says. */
function phaseIcon(phase: string | undefined): vscode.ThemeIcon {
  switch (phase) {
    case 'VALID':
      return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
    case 'INVALID':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed'));
    case 'INITIALIZING':
      return new vscode.ThemeIcon('circle-large-outline', new vscode.ThemeColor('testing.iconQueued'));
    case undefined:
      return new vscode.ThemeIcon('key');
    default:
      return new vscode.ThemeIcon('question');
  }
}

/** Words for what can be done with a key: menus match these. */
function contextOf(key: Key, isWatched: boolean): string {
  const words = ['key', 'refreshable', 'renamable', 'deletable'];
  if (isWatched) words.push('watched');
  else if (canBecomeValid(key)) words.push('watchable');
  if (key.cloudKey.kind !== 'unknown') words.push('grantable');
  if (cloudIdentifier(key.cloudKey) !== undefined) words.push('hasCloudKey');
  return words.join(' ');
}

function spoken(key: Key): string {
  const { validation, createdAt } = key;
  return [
    keyLabel(key),
    vscode.l10n.t('{0} key', providerName(key.provider)),
    regionOf(key) ?? vscode.l10n.t('no region yet'),
    stateName(key.state),
    validation ? phaseName(validation.phase) : undefined,
    createdAt === undefined ? undefined : vscode.l10n.t('created {0}', ago(createdAt)),
  ]
    .filter(part => part !== undefined)
    .join(', ');
}

/** The last changes that this editor saw, newest first. */
function timelineText(timeline: readonly Sighting[]): string | undefined {
  if (timeline.length < 2) return undefined;
  return timeline
    .slice(-4)
    .reverse()
    .map(({ at, phase, state }) => `${phase === undefined ? stateName(state) : phaseName(phase)} ${ago(at)}`)
    .join(', ');
}

function when(time: number): string {
  return `${dateTime(time)} (${ago(time)})`;
}
