/** Text for a quick pick, where `$(name)` would be drawn as an icon. */
export function pickerText(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

/** A text of several sentences as a label and a detail: the first, and what follows it. */
export function labelAndDetail(text: string): { readonly label: string; readonly detail?: string } {
  const [, label = text, detail = ''] = /^(.*?\.)\s+(.*)$/s.exec(text) ?? [];
  return {
    label: pickerText(label.replace(/\.$/, '')),
    ...(detail === '' ? {} : { detail: pickerText(detail) }),
  };
}
