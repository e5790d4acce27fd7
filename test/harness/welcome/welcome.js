import { commands, window } from 'vscode';

export async function activate() {
  try {
    await commands.executeCommand('byok.keys.focus');
    await commands.executeCommand('byok.exploreDemo');
  } catch (error) {
    await window.showErrorMessage(`The demo organization could not be opened: ${error.message}`);
  }
}
