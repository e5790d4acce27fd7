import { explainAccess } from '../explain';
import type { GrantForm } from '../model/access/grant';
import { grantText } from '../model/access/grantText';
import type { Key } from '../model/key';

/** The grant of a key in one form, under what to know about it where the language has comments. */
export function grantDocument(key: Key, form: GrantForm): string {
  const grant = grantText(key.cloudKey, form, { registeredId: key.id });
  if ('unavailable' in grant) return `${explainAccess({ code: grant.unavailable, args: [] })}\n`;
  if (grant.language === 'json') return grant.text;
  const notes = grant.notes.map(code => `# ${explainAccess({ code, args: [] })}\n`).join('');
  const [first = '', ...rest] = grant.text.split('\n');
  // A script's first line must stay the first.
  return first.startsWith('#!') ? `${first}\n${notes}${rest.join('\n')}` : `${notes}\n${grant.text}`;
}
