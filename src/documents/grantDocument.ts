import type { GrantForm, GrantShape } from '../model/access/grant';
import { grantText } from '../model/access/grantText';
import type { Key } from '../model/key';
import { explainAccess } from '../words/explain';
import { jsonText } from './jsonText';

/** The grant of a key in one form, under what to know about it where the language has comments. */
export function grantDocument(key: Key, { form, gcpRoles }: GrantShape): string {
  const grant = grantText(key.cloudKey, form, { registeredId: key.id, ...(gcpRoles && { gcpRoles }) });
  if ('unavailable' in grant)
    return explanation(form, key.id, explainAccess({ code: grant.unavailable, args: [] }), []);
  if (grant.language === 'json') return grant.text;
  const notes = grant.notes.map(code => comment(explainAccess({ code, args: [] }))).join('');
  return `${notes}\n${grant.text}`;
}

/** Why a document has nothing else to show, in its language: JSON, or comments. `form` is undefined for a key's JSON. */
export function explanation(
  form: GrantForm | undefined,
  keyId: string,
  problem: string,
  more: readonly string[],
): string {
  if (form === undefined || form === 'policy' || form === 'statements')
    return jsonText({ id: keyId, problem, more });
  return [`${keyId}: ${problem}`, ...more].map(comment).join('');
}

function comment(text: string): string {
  return `# ${text.replace(/\s+/g, ' ')}\n`;
}
