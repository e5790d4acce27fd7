import type { Credential } from './credential';
import type { Services } from './services';

/** What a successful try told. */
export interface SignedIn {
  /** The organization's own name, where the credential may see it. Untrusted text. */
  readonly organizationName: string | undefined;
}

/**
 * Tries a credential before it is saved: it must be able to list keys. Throws an `ApiError` that says what was refused,
 * or a `CancelledError`.
 */
export async function trySignIn(
  services: Services,
  endpoint: string,
  credential: Credential,
  signal?: AbortSignal,
): Promise<SignedIn> {
  const { cloud, close } = await services.with(endpoint, credential);
  try {
    await cloud.keys.pages({}, signal).next();
    // Who may see keys may not see the organization's name, and then does without.
    const organizations = await cloud.organizations.list(signal).catch(() => []);
    return { organizationName: organizations[0]?.displayName };
  } finally {
    close();
  }
}
