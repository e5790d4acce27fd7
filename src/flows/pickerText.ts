/** Text for a quick pick, where `$(name)` would be drawn as an icon. */
export function pickerText(text: string): string {
  // VS Code takes the backslash away only before what would be an icon.
  return text.replace(/\$\([A-Za-z0-9-]+(~[A-Za-z]+)?\)/g, String.raw`\$&`);
}

/** A text of several sentences as a label and a detail: the first, or what it has before a colon, and the rest. */
export function labelAndDetail(text: string): { readonly label: string; readonly detail?: string } {
  const [, label = text, detail = ''] = /^(.*?[.:])\s+(.*)$/s.exec(text) ?? [];
  return {
    label: pickerText(label.replace(/[.:]$/, '')),
    ...(detail === '' ? {} : { detail: pickerText(capitalized(detail)) }),
  };
}

function capitalized(text: string): string {
  return text.replace(/^\p{Ll}/u, letter => letter.toUpperCase());
}
