// What is done to keys from their registration to their end, and to see who depends on them: loaded together, with the first of these commands.
export { confirmDeletion } from '../flows/confirmDeletion';
export { deleteKeys } from './deleteKeys';
export { grantAccess } from './grantAccess';
export { refreshClusters } from './refreshClusters';
export { renameKey } from './renameKey';
export { stopWatching } from './stopWatching';
export { uploadKey } from './uploadKey';
export { watchValidation } from './watchValidation';
