import * as vscode from 'vscode';
import { ago, dateTime } from '../../words/words';
import { boundedText } from '../boundedText';
import type { Fact } from '../protocol/keyPage';

/** An identifier: copied under that name, and set in the font of the editor. */
export function code(copy: string, name: string, value: string, hint?: string): Fact {
  return { ...copied(copy, name, value, hint), isCode: true };
}

/** A value that is copied under a name. */
export function copied(copy: string, name: string, value: string, hint?: string): Fact {
  const shown = boundedText(value);
  return { ...plain(name, shown, hint), copy, ...(shown === value ? {} : { whole: value }) };
}

/** A word of ours that nobody would copy. */
export function plain(name: string, value: string, hint?: string): Fact {
  return { name, value, ...(hint === undefined ? {} : { hint }) };
}

/** A point in time, in ms since 1970, or a word that it is not known. Copied as ISO 8601. */
export function time(copy: string, name: string, at: number | undefined): Fact {
  if (at === undefined) return plain(name, vscode.l10n.t('not told by the service'));
  return { ...plain(name, when(at)), copy, whole: new Date(at).toISOString() };
}

export function when(at: number): string {
  return vscode.l10n.t('{0} ({1})', dateTime(at), ago(at));
}
