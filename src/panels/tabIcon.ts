import * as vscode from 'vscode';

/** The picture on the tab of a page: media has one for light themes and one for dark ones. */
export function tabIcon(
  extensionUri: vscode.Uri,
  name: string,
): { readonly light: vscode.Uri; readonly dark: vscode.Uri } {
  const picture = (theme: 'Light' | 'Dark'): vscode.Uri =>
    vscode.Uri.joinPath(extensionUri, 'media', `${name}${theme}.svg`);
  return { light: picture('Light'), dark: picture('Dark') };
}
