import type * as vscode from 'vscode';
import { redact } from './redact';

/** What the parts write to: the log channel, or in tests anything else. */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
  debug(message: string): void;
}

/** A log that passes everything through {@link redact}, at every level. */
export function redactingLog(channel: Pick<vscode.LogOutputChannel, keyof Log>): Log {
  return {
    error: message => channel.error(redact(message)),
    warn: message => channel.warn(redact(message)),
    info: message => channel.info(redact(message)),
    debug: message => channel.debug(redact(message)),
  };
}
