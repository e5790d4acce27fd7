/** What the extension loads at the first request: the client of Confluent Cloud, and what it goes out by. */
export { systemClock } from './clock';
export { createConfluentCloud } from './confluentCloud';
export { createFetch } from './crossFetch';
