import { explainGrant } from './explainGrant';
import { getKey } from './getKey';
import { listFindings } from './listFindings';
import { listKeys } from './listKeys';
import type { Tool, ToolParts } from './tool';

/** All tools. */
export function createTools(parts: ToolParts): readonly Tool[] {
  return [listKeys(parts), getKey(parts), explainGrant(parts), listFindings(parts)];
}
