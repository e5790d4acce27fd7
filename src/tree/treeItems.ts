import * as vscode from 'vscode';
import type { Dimension } from '../model/grouping';
import { failureOf } from '../words/failure';
import { dateTime, keyCount, providerName, stateName, timeOrDate } from '../words/words';
import { clusterItem, clusterNote, legacyItem } from './clusterItems';
import { keyItem } from './keyItem';
import type { ConnectionNode, GroupNode, MoreNode, NoteNode, TreeNode, UnreadableNode } from './nodes';
import { factsTooltip } from './tooltip';
import type { TreeModel } from './treeModel';

const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;

/** A group with more keys than this starts closed. */
const openUpTo = 25;

export function treeItemOf(node: TreeNode, model: TreeModel): vscode.TreeItem {
  switch (node.type) {
    case 'connection':
      return connectionItem(node, model);
    case 'group':
      return groupItem(node, model);
    case 'key':
      return keyItem(node, model);
    case 'cluster':
      return clusterItem(node, model);
    case 'legacy':
      return legacyItem(node, model);
    case 'unreadable':
      return unreadableItem(node, model);
    case 'note':
      return noteItem(node, model);
    case 'more':
      return moreItem(node);
  }
}

function connectionItem({ id, connectionId }: ConnectionNode, model: TreeModel): vscode.TreeItem {
  const connection = model.connection(connectionId);
  const isDemo = connection?.kind === 'demo';
  const label = connection?.label ?? connectionId;
  const item = new vscode.TreeItem(label, Expanded);
  item.id = id;
  item.description = countText(model, connectionId);
  item.iconPath = new vscode.ThemeIcon(isDemo ? 'beaker' : 'organization');
  item.contextValue = 'connection refreshable';
  item.tooltip = factsTooltip(label, [
    [
      vscode.l10n.t('Endpoint'),
      isDemo ? vscode.l10n.t('inside this window: nothing leaves it') : connection?.endpoint,
    ],
    [vscode.l10n.t('API key'), connection?.apiKeyId],
  ]);
  const count = item.description === '' ? '' : keyCount(model.shownKeys(connectionId).length);
  item.accessibilityInformation = {
    label:
      count === ''
        ? vscode.l10n.t('{0}, organization', label)
        : vscode.l10n.t('{0}, organization, {1}', label, count),
  };
  return item;
}

/** How many keys an organization has, of how many it may have; empty while nothing of that is known. */
export function countText(model: TreeModel, connectionId: string): string {
  const { keys, loadedAt } = model.input.keysOf(connectionId);
  const isKnown = loadedAt !== undefined || keys.length > 0;
  return quotaText(model, connectionId) || (isKnown ? String(model.shownKeys(connectionId).length) : '');
}

/** "12 of 20 keys"; empty where the service does not tell the quota. */
export function quotaText(model: TreeModel, connectionId: string): string {
  const quota = model.input.quotaOf(connectionId);
  if (!quota) return '';
  const { keys, loadedAt } = model.input.keysOf(connectionId);
  const used = loadedAt === undefined ? quota.usage : keys.length;
  return used === undefined ? '' : vscode.l10n.t('{0} of {1} keys', used, quota.limit);
}

function groupItem(node: GroupNode, model: TreeModel): vscode.TreeItem {
  const keys = model.membersOf(node);
  const invalid = keys.filter(({ validation }) => validation?.phase === 'INVALID').length;
  const label = groupLabel(node.dimension, node.value);
  const isOpen = node.dimension === 'provider' || keys.length <= openUpTo;
  const item = new vscode.TreeItem(label, isOpen ? Expanded : Collapsed);
  item.id = node.id;
  item.description = String(keys.length);
  item.contextValue = 'group refreshable';
  const all = `${label}, ${keyCount(keys.length)}`;
  const counted = invalid === 0 ? all : vscode.l10n.t('{0}, {1} invalid', all, invalid);
  item.tooltip = counted;
  item.accessibilityInformation = { label: counted };
  return item;
}

function groupLabel(dimension: Dimension, value: string | undefined): string {
  if (value === undefined) return vscode.l10n.t('No region yet');
  switch (dimension) {
    case 'provider':
      return providerName(value);
    case 'state':
      return stateName(value);
    case 'region':
      return value;
  }
}

function unreadableItem({ id, connectionId, index }: UnreadableNode, model: TreeModel): vscode.TreeItem {
  const item = model.input.keysOf(connectionId).unreadable[index];
  const label = item?.id ?? vscode.l10n.t('Unreadable key');
  const row = new vscode.TreeItem(label);
  row.id = id;
  row.description = item?.reason ?? '';
  row.iconPath = new vscode.ThemeIcon('circle-slash');
  row.contextValue = 'unreadable';
  row.tooltip = factsTooltip(label, [
    [vscode.l10n.t('Cannot be read'), item?.reason],
    [vscode.l10n.t('As the service sent it'), JSON.stringify(item?.raw).slice(0, 1000)],
  ]);
  row.accessibilityInformation = {
    label: vscode.l10n.t('{0}, cannot be read: {1}', label, item?.reason ?? ''),
  };
  return row;
}

function noteItem(node: NoteNode, model: TreeModel): vscode.TreeItem {
  const { id, connectionId, note } = node;
  const row = new vscode.TreeItem('');
  row.id = id;
  switch (note) {
    case 'empty':
      row.label = vscode.l10n.t('No keys yet');
      row.iconPath = new vscode.ThemeIcon('info');
      return row;
    case 'noMatch':
      row.label = vscode.l10n.t('No key matches the filter');
      row.iconPath = new vscode.ThemeIcon('filter');
      return row;
    case 'failure':
      return failureItem(row, connectionId, model);
    case 'clustersLoading':
    case 'clustersFailed':
    case 'noCluster':
      return clusterNote(row, node, model);
  }
}

/** Says what went wrong and is the way to mend it: the one place where a connection asks for something. */
function failureItem(row: vscode.TreeItem, connectionId: string, model: TreeModel): vscode.TreeItem {
  const { failure, loadedAt } = model.input.keysOf(connectionId);
  const { kind, reason, advice, words } = failureOf(failure);
  const signsIn = kind === 'refused' || kind === 'keyring';
  // A time rather than an age: the row stays as it is while the keys grow older.
  const keysOf = loadedAt === undefined ? undefined : vscode.l10n.t('Keys of {0}.', timeOrDate(loadedAt));
  row.label = signsIn ? vscode.l10n.t('Sign in again') : vscode.l10n.t('Refresh failed');
  // How old the keys are comes first: of a long row the end is cut off.
  row.description = [keysOf, reason].filter(part => part !== undefined).join(' ');
  row.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  row.contextValue = 'failure';
  row.command = signsIn
    ? { command: 'byok.signInAgain', title: vscode.l10n.t('Sign In Again'), arguments: [connectionId] }
    : { command: 'byok.refresh', title: vscode.l10n.t('Refresh'), arguments: [connectionId] };
  row.tooltip = factsTooltip(reason, [
    [vscode.l10n.t('What to do'), advice],
    [vscode.l10n.t('Keys as of'), loadedAt === undefined ? undefined : dateTime(loadedAt)],
    [vscode.l10n.t('The service says'), words.join(' ')],
  ]);
  row.accessibilityInformation = { label: `${row.label}. ${row.description} ${advice}` };
  return row;
}

function moreItem(node: MoreNode): vscode.TreeItem {
  const row = new vscode.TreeItem(vscode.l10n.t('Show {0} more', node.hidden));
  row.id = node.id;
  row.iconPath = new vscode.ThemeIcon('ellipsis');
  row.command = { command: 'byok.showMore', title: vscode.l10n.t('Show More'), arguments: [node] };
  return row;
}
