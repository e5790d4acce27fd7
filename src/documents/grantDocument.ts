import type { GrantShape } from '../model/access/grant';
import { grantText } from '../model/access/grantText';
import type { Key } from '../model/key';
import { explainAccess } from '../words/explain';
import { comment, explanation } from './explanation';

/** The grant of a key in one form, under what to know about it where the language has comments. */
export function grantDocument(key: Key, { form, gcpRoles }: GrantShape): string {
  const grant = grantText(key.cloudKey, form, { registeredId: key.id, ...(gcpRoles && { gcpRoles }) });
  if ('unavailable' in grant)
    return explanation(form, key.id, explainAccess({ code: grant.unavailable, args: [] }), []);
  if (grant.language === 'json') return grant.text;
  const notes = grant.notes.map(code => comment(explainAccess({ code, args: [] }))).join('');
  return `${notes}\n${grant.text}`;
}
