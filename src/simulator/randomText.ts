const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Random base-36 text, as Confluent's ids and page tokens are made of. */
export function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, byte => alphabet.charAt(byte % alphabet.length)).join('');
}
