import type { Key } from '../../model/key';
import { keyLabel } from '../../words/words';
import type { KeyLink } from '../protocol/overview';

export function linkToKey(connection: string, key: Key): KeyLink {
  return { connection, key: key.id, label: keyLabel(key) };
}
