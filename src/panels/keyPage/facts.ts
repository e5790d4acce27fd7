import * as vscode from 'vscode';
import { ago, dateTime } from '../../words';
import type { Fact } from '../protocol/keyPage';

/** An identifier: copied under that name, and set in the font of the editor. */
export function code(copy: string, name: string, value: string, hint?: string): Fact {
  return { copy, name, value, isCode: true, ...(hint === undefined ? {} : { hint }) };
}

export function plain(name: string, value: string, hint?: string): Fact {
  return { name, value, ...(hint === undefined ? {} : { hint }) };
}

/** A point in time, in ms since 1970, or a word that it is not known. */
export function time(name: string, at: number | undefined): Fact {
  return plain(name, at === undefined ? vscode.l10n.t('not told by the service') : when(at));
}

export function when(at: number): string {
  return vscode.l10n.t('{0} ({1})', dateTime(at), ago(at));
}
