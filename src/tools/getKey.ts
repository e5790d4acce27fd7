import * as vscode from 'vscode';
import { isApiError } from '../api/isApiError';
import type { Key } from '../model/key';
import type { KeyRef } from '../stores/keyRef';
import { findKeys } from './findKeys';
import { keyDetails } from './keyRows';
import { organizationsFor, problemOf, untilCancelled } from './organizations';
import type { Tool, ToolParts } from './tool';
import { clip, fitting, notice } from './toolAnswer';
import { ToolInput } from './toolInput';

const members = ['key', 'organization', 'refresh', 'includeClusters'];

/** All that is known about one key. */
export function getKey(parts: ToolParts): Tool {
  const { store, clusters } = parts;
  return {
    name: 'byok_getKey',
    message: vscode.l10n.t('Looking at an encryption key of Confluent Cloud'),
    question: vscode.l10n.t(
      'The language model gets what is known about a key, and about the clusters that use it. It gets no credential.',
    ),
    async run(input, token) {
      const given = new ToolInput(input, members);
      const wanted = given.requiredText('key');
      const [refresh, withClusters] = [given.flag('refresh'), given.flag('includeClusters')];
      const organizations = await organizationsFor(given.text('organization'), parts, token);
      const found = findKeys(wanted, organizations);
      const all = await Promise.all(found.map(ref => details(ref, refresh, withClusters, token)));
      const keys = fitting(all, row => row);
      const left = all.length - keys.length;
      return {
        notice,
        keys,
        ...(left > 0 ? { more: `${left} more: say which by "key" and "organization".` } : {}),
      };
    },
  };

  async function details(
    { connectionId, key }: KeyRef,
    refresh: boolean,
    withClusters: boolean,
    token: vscode.CancellationToken,
  ): Promise<object> {
    const problems: string[] = [];
    const attempt = async <T>(what: string, promise: Promise<T>): Promise<T | undefined> => {
      try {
        return await untilCancelled(promise, token);
      } catch (error) {
        if (error instanceof vscode.CancellationError) throw error;
        problems.push(`${what} ${problemOf(error)}`);
        return undefined;
      }
    };
    if (withClusters) await attempt('The clusters could not be listed.', clusters.load(connectionId));
    if (refresh) {
      const before = problems.length;
      const fresh = await attempt('The key could not be fetched again.', fetchAgain(connectionId, key.id));
      if (!fresh && problems.length === before)
        return { id: clip(key.id, 255), organization: connectionId, gone: true };
    }
    const known = store.find(connectionId, key.id) ?? key;
    return {
      ...keyDetails(connectionId, known, clusters.of(connectionId)),
      ...(problems.length === 0 ? {} : { problems }),
    };
  }

  /** Undefined for a key that is gone. The service mostly answers 403 for it: then the list says which it is. */
  async function fetchAgain(connectionId: string, keyId: string): Promise<Key | undefined> {
    try {
      return await store.refreshKey(connectionId, keyId);
    } catch (error) {
      if (!isApiError(error) || error.kind !== 'forbidden') throw error;
      await store.refresh(connectionId);
      return await store.refreshKey(connectionId, keyId);
    }
  }
}
