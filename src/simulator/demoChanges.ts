import { createKey, deleteKey, updateKey } from './keyChanges';
import { itemOf, keys } from './resources';
import type { Route } from './router';

/** The operations that the extension uses to change something. */
export const demoChanges: readonly Route[] = [
  { ...keys, method: 'POST', run: createKey },
  { ...itemOf(keys), method: 'PATCH', run: updateKey },
  { ...itemOf(keys), method: 'DELETE', run: deleteKey },
];
