import * as vscode from 'vscode';
import type { ApiError } from '../api/errors';
import { isApiError } from '../api/isApiError';

/**
 * What an error means to the user, in fixed words. What the service said itself is untrusted, and stands only
 * where text is text: a document, a tree, a validation message.
 */
export interface Failure {
  readonly kind: 'refused' | 'forbidden' | 'unreachable' | 'keyring' | 'other';
  /** One sentence: why. */
  readonly reason: string;
  /** What to do. */
  readonly advice: string;
  /** The service's own words, cleaned, one line each. */
  readonly words: readonly string[];
  readonly requestId?: string;
}

export function failureOf(error: unknown): Failure {
  if (isApiError(error)) {
    const { requestId } = error;
    return { ...ofApi(error), words: wordsOf(error), ...(requestId === undefined ? {} : { requestId }) };
  }
  const name = error instanceof Error ? error.name : '';
  if (name === 'CredentialMissingError') {
    return {
      kind: 'keyring',
      reason: vscode.l10n.t('The keyring of this machine did not keep the credential.'),
      advice: vscode.l10n.t('Sign in again. If it happens at every start, set up a keyring for VS Code.'),
      words: [],
    };
  }
  if (name === 'KeyringError') {
    return {
      kind: 'keyring',
      reason: vscode.l10n.t('The keyring of this machine is not available.'),
      advice: vscode.l10n.t('Unlock it or set one up, or sign in for this session only.'),
      words: [],
    };
  }
  return {
    kind: 'other',
    reason: vscode.l10n.t('Something unexpected went wrong.'),
    advice: vscode.l10n.t('The log has the details.'),
    words: [],
  };
}

function ofApi(error: ApiError): Pick<Failure, 'kind' | 'reason' | 'advice'> {
  switch (error.kind) {
    case 'unauthenticated':
      return {
        kind: 'refused',
        reason: vscode.l10n.t('Confluent Cloud did not accept the credential.'),
        advice: vscode.l10n.t(
          'It may be mistyped, revoked or expired: a bearer token expires within minutes. An API key must be a Cloud API key (resource scope "Cloud resource management"), not one of Kafka.',
        ),
      };
    case 'forbidden':
      return {
        kind: 'forbidden',
        reason: vscode.l10n.t('These credentials are not allowed to do this.'),
        advice: vscode.l10n.t('Encryption keys need the role OrganizationAdmin or EnvironmentAdmin.'),
      };
    case 'notFound':
      return other(
        vscode.l10n.t('Confluent Cloud does not have it any more.'),
        vscode.l10n.t('Refresh to see what there is.'),
      );
    case 'quotaExceeded':
      return other(
        vscode.l10n.t('The organization has as many keys as its quota allows.'),
        vscode.l10n.t('Delete a key that is not used, or ask Confluent Support for a higher quota.'),
      );
    case 'conflict':
      return other(
        vscode.l10n.t('It conflicts with what is there.'),
        vscode.l10n.t('Refresh, look at what is there, and try again.'),
      );
    case 'invalid':
    case 'rejected':
      return other(
        vscode.l10n.t('Confluent Cloud refused the request.'),
        vscode.l10n.t('The details say what it objects to.'),
      );
    case 'rateLimited':
      return other(
        vscode.l10n.t('Confluent Cloud is asked too often just now.'),
        vscode.l10n.t('Wait a minute and try again.'),
      );
    case 'server':
      return unreachable(
        vscode.l10n.t('Confluent Cloud has a problem of its own.'),
        vscode.l10n.t('Try again in a few minutes.'),
      );
    case 'redirect':
      return unreachable(
        vscode.l10n.t('The address sends elsewhere, where the credential must not go.'),
        vscode.l10n.t(
          'Check the endpoint of the connection, and whether a proxy or a portal stands in between.',
        ),
      );
    case 'badAnswer':
      return unreachable(
        vscode.l10n.t('The answer is not one of Confluent Cloud.'),
        vscode.l10n.t(
          'Check the endpoint, and whether a proxy or the sign-in page of a network stands in between.',
        ),
      );
    case 'timeout':
      return unreachable(
        vscode.l10n.t('No answer came in time.'),
        vscode.l10n.t('Try again, or raise the setting byok.requestTimeout.'),
      );
    case 'unreachable':
      return unreachable(unreachableReason(error), unreachableAdvice(error));
  }
}

function other(reason: string, advice: string): Pick<Failure, 'kind' | 'reason' | 'advice'> {
  return { kind: 'other', reason, advice };
}

function unreachable(reason: string, advice: string): Pick<Failure, 'kind' | 'reason' | 'advice'> {
  return { kind: 'unreachable', reason, advice };
}

function unreachableReason({ reason }: ApiError): string {
  switch (reason) {
    case 'hostNotFound':
      return vscode.l10n.t('The host of the endpoint was not found.');
    case 'refused':
      return vscode.l10n.t('The host of the endpoint refuses connections.');
    case 'reset':
      return vscode.l10n.t('The connection was cut.');
    case 'certificate':
    case 'tls':
      return vscode.l10n.t('The certificate of the host cannot be trusted.');
    case 'proxy':
      return vscode.l10n.t('The proxy did not let the request through.');
    default:
      return vscode.l10n.t('The endpoint cannot be reached.');
  }
}

function unreachableAdvice({ reason }: ApiError): string {
  switch (reason) {
    case 'certificate':
    case 'tls':
      return vscode.l10n.t(
        'If your company inspects traffic, add its certificate to this machine; the setting http.systemCertificates makes VS Code use it.',
      );
    case 'proxy':
      return vscode.l10n.t('Check the setting http.proxy and what the proxy asks for.');
    default:
      return vscode.l10n.t('Check the network, the endpoint, and the setting http.proxy.');
  }
}

function wordsOf(error: ApiError): readonly string[] {
  return error.entries.map(({ code, title, detail, pointer, parameter, resolution }) => {
    const place = pointer ?? parameter;
    const what = [title ?? code, detail].filter(isSaid).join(': ');
    return [what, place === undefined ? undefined : `(${place})`, resolution].filter(isSaid).join(' ');
  });
}

function isSaid(part: string | undefined): part is string {
  return part !== undefined && part !== '';
}
