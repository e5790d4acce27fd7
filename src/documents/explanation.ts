import type { GrantForm } from '../model/access/grant';
import { jsonText } from './jsonText';

/** Why a document has nothing else to show, in its language: JSON, or comments. `form` is undefined for a key's JSON. */
export function explanation(
  form: GrantForm | undefined,
  keyId: string,
  problem: string,
  more: readonly string[],
): string {
  if (form === undefined || form === 'policy' || form === 'statements')
    return jsonText({ id: keyId, problem, ...(more.length > 0 && { more }) });
  return [`${keyId}: ${problem}`, ...more].map(comment).join('');
}

/** A line of its own that the languages of grants do not run. */
export function comment(text: string): string {
  return `# ${text.replace(/\s+/g, ' ')}\n`;
}
