import * as vscode from 'vscode';

/** Names and values as Markdown in which the values are nothing but text: no link, no command, no icon, no HTML. */
export function factsTooltip(
  title: string,
  facts: readonly (readonly [name: string, value: string | undefined])[],
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendMarkdown('**').appendText(title).appendMarkdown('**\n\n');
  for (const [name, value] of facts) {
    if (value === undefined || value === '') continue;
    markdown.appendText(`${name}: `).appendText(value).appendMarkdown('  \n');
  }
  return markdown;
}
