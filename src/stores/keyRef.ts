import type { Key } from '../model/key';

/** A key and the connection that it is seen through. */
export interface KeyRef {
  readonly connectionId: string;
  readonly key: Key;
}
