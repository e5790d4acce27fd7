/** Says that a command needs an organization, where there is none, and what helps. */
export async function offerSignIn(): Promise<void> {
  await (await import('../flows/offerSignIn')).offerSignIn();
}
