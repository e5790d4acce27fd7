import * as vscode from 'vscode';
import type { EndpointProblem } from '../connections/endpoint';
import { defaultEndpoint, isConfluentHost, parseEndpoint } from '../connections/endpoint';
import type { Objection } from './inputs';

export function objectToEndpoint(text: string): Objection | undefined {
  const parsed = parseEndpoint(text);
  if ('problem' in parsed) return error(endpointProblem(parsed.problem));
  if (isConfluentHost(parsed.endpoint)) return undefined;
  const message = vscode.l10n.t(
    'This is not an address of Confluent: the credential will be sent to {0}.',
    new URL(parsed.endpoint).host,
  );
  return { message, severity: 'warning' };
}

export function endpointProblem(problem: EndpointProblem): string {
  const example = defaultEndpoint;
  switch (problem) {
    case 'notAnAddress':
      return vscode.l10n.t('This is not an address. Type one like {0}.', example);
    case 'hasCredentials':
      return vscode.l10n.t('The address must not hold a user name or a password: they are asked for next.');
    case 'hasPath':
      return vscode.l10n.t('Only the host belongs here, nothing behind it: like {0}.', example);
    case 'notHttps':
      return vscode.l10n.t('The address must begin with https://, like {0}.', example);
    case 'plainHttpElsewhere':
      return vscode.l10n.t(
        'Plain http would send the credential in the open. Use https; http is for this machine (127.0.0.1) alone.',
      );
  }
}

/** What the questions would object to in a credential that is given at once; `apiKeyId` is undefined for a token. */
export function credentialProblem(apiKeyId: string | undefined, secret: string): string | undefined {
  const objection = apiKeyId === undefined ? undefined : objectToApiKeyId(apiKeyId);
  return (objection ?? objectToSecret(secret))?.message;
}

export function objectToApiKeyId(text: string): Objection | undefined {
  const id = text.trim();
  if (id === '')
    return error(vscode.l10n.t('Type the id of the API key, or make one with the button above.'));
  if (/[\s:]/.test(id))
    return error(vscode.l10n.t('An API key id has no spaces and no colon. The secret is asked for next.'));
  return undefined;
}

export function objectToSecret(text: string): Objection | undefined {
  if (text.trim() === '') return error(vscode.l10n.t('Type or paste it here. It is not shown.'));
  return /[\s\p{C}]/u.test(text.trim())
    ? error(vscode.l10n.t('It has a space or a line break inside. Copy it again.'))
    : undefined;
}

export function error(message: string): Objection {
  return { message, severity: 'error' };
}
