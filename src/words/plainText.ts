// VS Code makes commands of links in a notification, a prompt and a validation message, without asking. What comes from elsewhere goes through here first.

/** An id as it may stand in a notification; anything but the usual characters is no id to show there. */
export function plainId(id: string): string {
  return /^[\w-]{1,64}$/.test(id) ? id : '…';
}

/** A text in which no link can be written. */
export function withoutLinks(text: string): string {
  return text.replaceAll('[', '(').replaceAll(']', ')');
}
