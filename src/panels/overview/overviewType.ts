/** What VS Code knows the panel by; package.json wakes the extension for it. */
export const overviewType = 'byok.overview';
