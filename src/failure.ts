import * as vscode from 'vscode';
import type { ApiError } from './api/errors';
import { isApiError } from './api/isApiError';

const t = vscode.l10n.t;

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
      reason: t('The keyring of this machine did not keep the credential.'),
      advice: t('Sign in again. If it happens at every start, set up a keyring for VS Code.'),
      words: [],
    };
  }
  if (name === 'KeyringError') {
    return {
      kind: 'keyring',
      reason: t('The keyring of this machine is not available.'),
      advice: t('Unlock it or set one up, or sign in for this session only.'),
      words: [],
    };
  }
  return {
    kind: 'other',
    reason: t('Something unexpected went wrong.'),
    advice: t('The log has the details.'),
    words: [],
  };
}

function ofApi(error: ApiError): Pick<Failure, 'kind' | 'reason' | 'advice'> {
  switch (error.kind) {
    case 'unauthenticated':
      return {
        kind: 'refused',
        reason: t('Confluent Cloud did not accept the credential.'),
        advice: t(
          'It may be mistyped, revoked or expired. It must be a Cloud API key (resource scope "Cloud resource management"): a Kafka API key does not work here.',
        ),
      };
    case 'forbidden':
      return {
        kind: 'forbidden',
        reason: t('These credentials are not allowed to do this.'),
        advice: t('Encryption keys need the role OrganizationAdmin or EnvironmentAdmin.'),
      };
    case 'notFound':
      return other(t('Confluent Cloud does not have it any more.'), t('Refresh to see what there is.'));
    case 'quotaExceeded':
      return other(
        t('The organization has as many keys as its quota allows.'),
        t('Delete a key that is not used, or ask Confluent Support for a higher quota.'),
      );
    case 'conflict':
      return other(
        t('It conflicts with what is there.'),
        t('Refresh, look at what is there, and try again.'),
      );
    case 'invalid':
    case 'rejected':
      return other(t('Confluent Cloud refused the request.'), t('The details say what it objects to.'));
    case 'rateLimited':
      return other(t('Confluent Cloud is asked too often just now.'), t('Wait a minute and try again.'));
    case 'server':
      return unreachable(t('Confluent Cloud has a problem of its own.'), t('Try again in a few minutes.'));
    case 'redirect':
      return unreachable(
        t('The address sends elsewhere, where the credential must not go.'),
        t('Check the endpoint of the connection, and whether a proxy or a portal stands in between.'),
      );
    case 'badAnswer':
      return unreachable(
        t('The answer is not one of Confluent Cloud.'),
        t('Check the endpoint, and whether a proxy or the sign-in page of a network stands in between.'),
      );
    case 'timeout':
      return unreachable(
        t('No answer came in time.'),
        t('Try again, or raise the setting byok.requestTimeout.'),
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
      return t('The host of the endpoint was not found.');
    case 'refused':
      return t('The host of the endpoint refuses connections.');
    case 'reset':
      return t('The connection was cut.');
    case 'certificate':
    case 'tls':
      return t('The certificate of the host cannot be trusted.');
    case 'proxy':
      return t('The proxy did not let the request through.');
    default:
      return t('The endpoint cannot be reached.');
  }
}

function unreachableAdvice({ reason }: ApiError): string {
  switch (reason) {
    case 'certificate':
    case 'tls':
      return t(
        'If your company inspects traffic, add its certificate to this machine; the setting http.systemCertificates makes VS Code use it.',
      );
    case 'proxy':
      return t('Check the setting http.proxy and what the proxy asks for.');
    default:
      return t('Check the network, the endpoint, and the setting http.proxy.');
  }
}

function wordsOf(error: ApiError): readonly string[] {
  return error.entries.map(({ code, title, detail, pointer, parameter, resolution }) => {
    const place = pointer ?? parameter;
    return [title ?? code, detail, place === undefined ? undefined : `(${place})`, resolution]
      .filter(part => part !== undefined && part !== '')
      .join(' ');
  });
}
