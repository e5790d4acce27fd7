import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import type { Credential } from '../connections/credential';
import { apiKeyCredential, bearerCredential } from '../connections/credential';
import { defaultEndpoint, parseEndpoint } from '../connections/endpoint';
import type { Services } from '../connections/services';
import { trySignIn } from '../connections/trySignIn';
import { saveConnection } from '../flows/saveConnection';
import type { SignIn } from '../flows/signInFlow';
import { signInFlow } from '../flows/signInFlow';
import { credentialProblem, endpointProblem } from '../flows/signInObjections';
import { isTreeNode } from '../tree/nodes';
import type { Command } from './command';

/**
 * Signs in to an organization, by questions or by `{ label, endpoint?, apiKeyId, apiKeySecret }` or
 * `{ label, endpoint?, bearerToken }`. Gives the connection's id, or undefined when the user left; with an argument it
 * throws where the flow would object.
 */
export function signIn(connections: ConnectionStore, services: Services): Command {
  const tryOut = async (endpoint: string, credential: Credential, signal?: AbortSignal) =>
    (await trySignIn(services, endpoint, credential, signal)).organizationName;
  return {
    id: 'byok.signIn',
    async run(argument) {
      // A button in the title of the view is given the row that has the focus, or null.
      if (argument === undefined || argument === null || isTreeNode(argument)) {
        const answers = await signInFlow(tryOut);
        return answers && (await saveConnection(connections, answers))?.id;
      }
      const given = parseArgument(argument);
      await tryOut(given.endpoint, given.credential);
      return (await connections.save(given, given.credential)).id;
    },
  };
}

function parseArgument(argument: unknown): SignIn {
  const fields: Partial<Record<string, unknown>> =
    typeof argument === 'object' && argument !== null ? { ...argument } : {};
  const { label, endpoint = defaultEndpoint, apiKeyId, apiKeySecret, bearerToken } = fields;
  if (typeof label !== 'string' || label.trim() === '') {
    throw new Error(vscode.l10n.t('The argument needs a label.'));
  }
  const parsed = parseEndpoint(typeof endpoint === 'string' ? endpoint : '');
  if ('problem' in parsed) throw new Error(endpointProblem(parsed.problem));
  return { label, endpoint: parsed.endpoint, credential: credentialOf(apiKeyId, apiKeySecret, bearerToken) };
}

function credentialOf(apiKeyId: unknown, apiKeySecret: unknown, bearerToken: unknown): Credential {
  const isKey = typeof apiKeyId === 'string' && typeof apiKeySecret === 'string';
  const id = isKey ? apiKeyId.trim() : undefined;
  const secret = isKey ? apiKeySecret : bearerToken;
  if (typeof secret !== 'string') {
    throw new Error(vscode.l10n.t('The argument needs apiKeyId and apiKeySecret, or a bearerToken.'));
  }
  const problem = credentialProblem(id, secret);
  if (problem !== undefined) throw new Error(problem);
  return id === undefined ? bearerCredential(secret.trim()) : apiKeyCredential(id, secret.trim());
}
