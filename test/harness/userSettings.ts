import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** By full name. User settings are the only ones that can set what has `application` scope. */
export type UserSettings = Readonly<Record<string, unknown>>;

/** What keeps a VS Code quiet: nothing that greets, advises, looks for updates or reports. */
export const quietSettings: UserSettings = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  // The oldest version would ask in a dialog before anything can be done.
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Into the user data folder of a desktop VS Code, or the `data` folder of a server. */
export function writeUserSettings(userDataFolder: string, settings: UserSettings): void {
  const folder = join(userDataFolder, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}
