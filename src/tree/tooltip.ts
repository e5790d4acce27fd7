import * as vscode from 'vscode';

/** Names and values as Markdown in which the values are nothing but text: no link, no command, no icon, no HTML. */
export function factsTooltip(
  title: string,
  facts: readonly (readonly [name: string, value: string | undefined])[],
): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.appendMarkdown(`**${asText(title)}**\n\n`);
  for (const [name, value] of facts) {
    if (value === undefined || value === '') continue;
    markdown.appendMarkdown(`${asText(name)}: ${asText(value)}  \n`);
  }
  return markdown;
}

/** `appendText` leaves addresses and `<` as they are, of which VS Code makes links. */
function asText(text: string): string {
  return text
    .replace(/\s/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&')
    .replace(/ (?= )|^ | $/g, '&nbsp;');
}
