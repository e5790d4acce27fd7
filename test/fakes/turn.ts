/** Lets everything run that waits for nothing but promises and the next turns of the event loop. */
export async function turn(): Promise<void> {
  for (let count = 0; count < 10; count++) await new Promise(resolve => setImmediate(resolve));
}
