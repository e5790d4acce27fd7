/** An organization that the user is signed in to, or the demo. Nothing in it is secret. */
export interface Connection {
  /** Lower-case letters and digits: it stands in addresses of documents. */
  readonly id: string;
  readonly label: string;
  /** The origin that the credential was entered for, and goes to. */
  readonly endpoint: string;
  readonly kind: 'apiKey' | 'bearer' | 'demo';
  /** The id half of the API key, to tell two connections to one organization apart. */
  readonly apiKeyId?: string;
}
