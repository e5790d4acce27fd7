import type { TreeNeeds } from '../../src/tree/keysTree';

/** For trees of which only the rows matter. */
export const noNeeds: TreeNeeds = { clusters() {}, timeline: () => [], isOpen: () => undefined };
