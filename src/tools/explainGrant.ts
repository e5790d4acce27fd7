import * as vscode from 'vscode';
import type { GrantForm } from '../model/access/grant';
import { grantForms } from '../model/access/grant';
import { grantText } from '../model/access/grantText';
import type { CloudKey, Key } from '../model/key';
import { explainAccess } from '../words/explain';
import { findKey } from './findKeys';
import { adviceFor, keyRow } from './keyRows';
import { organizationsFor } from './organizations';
import type { Tool, ToolParts } from './tool';
import { notice } from './toolAnswer';
import { ToolInput } from './toolInput';

const members = ['key', 'organization', 'form'];

/** In UTF-16 units. A grant that was cut would be a wrong one. */
const longestGrant = 24_000;

/** What a key needs in its cloud so that Confluent can use it. */
export function explainGrant(parts: ToolParts): Tool {
  return {
    name: 'byok_explainGrant',
    message: vscode.l10n.t('Looking up the access that an encryption key must grant'),
    question: vscode.l10n.t(
      'The language model gets the policy or the commands that give Confluent access to a key. It gets no credential.',
    ),
    async run(input, token) {
      const given = new ToolInput(input, members);
      const wanted = given.requiredText('key');
      const form = given.oneOf('form', grantForms);
      const organizations = await organizationsFor(given.text('organization'), parts, token);
      const { connectionId, key } = findKey(wanted, organizations);
      return {
        notice,
        key: keyRow(connectionId, key),
        ...adviceFor(key),
        grant: grantRow(key, form ?? usualForm(key.cloudKey)),
        forms: grantForms.filter(each => 'text' in grantOf(key, each)),
      };
    },
  };
}

function grantOf(key: Key, form: GrantForm): ReturnType<typeof grantText> {
  return grantText(key.cloudKey, form, { registeredId: key.id });
}

/** What is most to the point: what to add to a policy, or else what to run. */
function usualForm({ kind }: CloudKey): GrantForm {
  return kind === 'AwsKey' ? 'statements' : 'commands';
}

function grantRow(key: Key, form: GrantForm): object {
  const grant = grantOf(key, form);
  if ('unavailable' in grant)
    return { form, unavailable: explainAccess({ code: grant.unavailable, args: [] }) };
  const { text, language, notes } = grant;
  if (text.length > longestGrant)
    return {
      form,
      unavailable:
        'It is too long. The user can run the command "Confluent BYOK: Grant Confluent Access…" to see it.',
    };
  return { form, language, text, whatToKnow: notes.map(code => explainAccess({ code, args: [] })) };
}
