import * as vscode from 'vscode';
import { matches, noFilter } from '../model/filter';
import { knownPhases, knownProviders, knownStates } from '../model/key';
import { keyRow } from './keyRows';
import { organizationRow, organizationsFor } from './organizations';
import type { Tool, ToolParts } from './tool';
import { notice, pageOf } from './toolAnswer';
import { ToolInput } from './toolInput';

const members = ['organization', 'text', 'provider', 'state', 'validation', 'region', 'offset', 'limit'];

/** Which keys there are, and how they do. */
export function listKeys(parts: ToolParts): Tool {
  return {
    name: 'byok_listKeys',
    message: vscode.l10n.t('Looking through the encryption keys of Confluent Cloud'),
    question: vscode.l10n.t(
      'The language model gets ids, names, states and cloud identifiers of keys. It gets no credential.',
    ),
    async run(input, token) {
      const given = new ToolInput(input, members);
      const provider = given.oneOf('provider', knownProviders);
      const state = given.oneOf('state', knownStates);
      const phase = given.oneOf('validation', knownPhases);
      const region = given.text('region')?.toLowerCase();
      const filter = {
        ...noFilter,
        text: given.text('text') ?? '',
        providers: provider === undefined ? [] : [provider],
        states: state === undefined ? [] : [state],
        phases: phase === undefined ? [] : [phase],
        regions: region === undefined ? [] : [region],
      };
      const range = {
        offset: given.count('offset', 0, 0, 1_000_000),
        limit: given.count('limit', 50, 1, 200),
      };
      const organizations = await organizationsFor(given.text('organization'), parts, token);
      const found = organizations.flatMap(({ connection, state: { keys } }) =>
        keys.filter(key => matches(key, filter)).map(key => ({ connectionId: connection.id, key })),
      );
      const { rows, more } = pageOf(found, ({ connectionId, key }) => keyRow(connectionId, key), range);
      return {
        notice,
        organizations: organizations.map(organizationRow),
        matching: found.length,
        keys: rows,
        ...(more === undefined ? {} : { more }),
      };
    },
  };
}
