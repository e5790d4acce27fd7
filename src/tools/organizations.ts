import * as vscode from 'vscode';
import type { Connection } from '../connections/connection';
import type { ConnectionStore } from '../connections/connectionStore';
import type { ConnectionKeys, KeyStore } from '../stores/keyStore';
import { failureOf } from '../words/failure';
import { ToolError } from './tool';
import { clip, time } from './toolAnswer';

/** An organization and its keys, as far as they are known. */
export interface Organization {
  readonly connection: Connection;
  readonly state: ConnectionKeys;
}

interface Stores {
  readonly connections: ConnectionStore;
  readonly store: KeyStore;
}

/**
 * The organizations that are signed in to, or the one that is meant by its id or label. Keys that were never loaded
 * are loaded, as opening the view would. Nobody is signed in by this.
 */
export async function organizationsFor(
  wanted: string | undefined,
  { connections, store }: Stores,
  token: vscode.CancellationToken,
): Promise<readonly Organization[]> {
  const all = connections.list();
  if (all.length === 0)
    throw new ToolError(
      'The user is not signed in to an organization of Confluent Cloud. They can run the command "Confluent BYOK: Sign In…", or "Confluent BYOK: Explore the Demo Organization". Do not ask for a credential in the chat.',
    );
  const meant = all.filter(
    ({ id, label }) => wanted === undefined || id === wanted || label.toLowerCase() === wanted.toLowerCase(),
  );
  if (meant.length === 0) {
    const known = all.map(({ id, label }) => JSON.stringify({ id, label: clip(label) }));
    throw new ToolError(`There is no such organization. There are: ${known.join(', ')}.`);
  }
  return await Promise.all(
    meant.map(async connection => {
      const state = store.of(connection.id);
      const isKnown = state.loadedAt !== undefined;
      return {
        connection,
        state: isKnown ? state : await untilCancelled(store.refresh(connection.id), token),
      };
    }),
  );
}

/** What a model is told of an organization: how many keys, as of when, and why there are not more. */
export function organizationRow({ connection, state }: Organization): object {
  const { failure, loadedAt, keys, unreadable } = state;
  return {
    id: connection.id,
    label: clip(connection.label),
    keys: keys.length,
    ...(unreadable.length === 0 ? {} : { unreadableKeys: unreadable.length }),
    ...(loadedAt === undefined ? {} : { asOf: time(loadedAt) }),
    ...(failure === undefined ? {} : { problem: problemOf(failure) }),
  };
}

/** In fixed words: what the service itself says of an error is of no use to a model. */
export function problemOf(error: unknown): string {
  const { reason, advice } = failureOf(error);
  return `${reason} ${advice}`;
}

/** The same, or a `CancellationError` as soon as nobody wants it any more: what loads for others goes on loading. */
export async function untilCancelled<T>(promise: Promise<T>, token: vscode.CancellationToken): Promise<T> {
  const { promise: cancelled, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(new vscode.CancellationError());
  const listening = token.onCancellationRequested(stop);
  try {
    if (token.isCancellationRequested) stop();
    return await Promise.race([promise, cancelled]);
  } finally {
    listening.dispose();
  }
}
