import * as vscode from 'vscode';

/** The longest value that is drawn, in UTF-16 units. */
const longestValue = 10_000;

/** Text of the service as it is drawn: the whole of one that is very long nobody reads. */
export function boundedText(text: string): string {
  if (text.length <= longestValue) return text;
  return vscode.l10n.t('{0}… ({1} characters)', text.slice(0, longestValue), text.length);
}
