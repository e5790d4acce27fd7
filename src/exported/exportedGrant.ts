import type { ConnectionStore } from '../connections/connectionStore';
import { grantForms } from '../model/access/grant';
import { grantText } from '../model/access/grantText';
import { keyById } from '../stores/keyById';
import type { KeyStore } from '../stores/keyStore';
import { explainAccess } from '../words/explain';
import { unknownKey } from '../words/unknownKey';
import type { ExportedGrantForm } from './exports';

/** The grant of a key as other extensions get it. Throws, in the language of the editor, why there is none. */
export async function exportedGrant(
  store: KeyStore,
  connections: ConnectionStore,
  keyId: string,
  form: ExportedGrantForm,
): Promise<string> {
  const ref = await keyById(store, connections, keyId);
  if (!ref) throw new Error(unknownKey(store, connections, keyId));
  const grant = grantForms.includes(form)
    ? grantText(ref.key.cloudKey, form, { registeredId: keyId })
    : ({ unavailable: 'noSuchForm' } as const);
  if ('unavailable' in grant) throw new Error(explainAccess({ code: grant.unavailable, args: [] }));
  return grant.text;
}
