// What is said of all keys together, findings and inventory: loaded together, with the first of these commands.
export { copySummary } from './copySummary';
export { exportInventory } from './exportInventory';
export { FindingArguments } from './findingArguments';
export { Inventories } from './inventories';
export { muteFinding } from './muteFinding';
export { showFindings } from './showFindings';
export { unmuteFinding } from './unmuteFinding';
