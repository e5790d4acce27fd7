import { noFilter } from '../../src/model/filter';
import type { ConnectionKeys } from '../../src/stores/keyStore';
import type { TreeInput } from '../../src/tree/treeModel';
import { TreeModel } from '../../src/tree/treeModel';
import { loadedKeys, someConnection } from '../factories';

/** The model of connections by id, each with its keys, when nothing else is said. */
export function modelOf(
  connections: Record<string, ConnectionKeys>,
  input: Partial<TreeInput> = {},
): TreeModel {
  const ids = Object.keys(connections);
  return new TreeModel({
    connections: ids.map(id => someConnection(id)),
    keysOf: id => connections[id] ?? loadedKeys(id, [], { loadedAt: undefined }),
    quotaOf: () => undefined,
    clustersOf: () => undefined,
    clustersFailed: () => false,
    heldSince: () => undefined,
    isWatched: () => false,
    grouping: 'providerAndState',
    filter: noFilter,
    ...input,
  });
}
