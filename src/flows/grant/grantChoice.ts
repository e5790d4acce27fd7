import type { GrantShape } from '../../model/access/grant';

/** What the user wants to do with a grant. */
export type GrantChoice =
  | { readonly does: 'open' | 'copy'; readonly grant: GrantShape }
  | { readonly does: 'type'; readonly line: string }
  | { readonly does: 'merge'; readonly policy: string }
  | { readonly does: 'refresh' };
