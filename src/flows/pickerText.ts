/** Text for a quick pick, where `$(name)` would be drawn as an icon. */
export function pickerText(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
