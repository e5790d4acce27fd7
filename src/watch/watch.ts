/** What is loaded once somebody waits for a key. */
export { ValidationWatch } from './validationWatch';
export { WatchStatus } from './watchStatus';
