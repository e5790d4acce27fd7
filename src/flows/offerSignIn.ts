import * as vscode from 'vscode';

/** Said where a command needs an organization and there is none. */
export async function offerSignIn(): Promise<void> {
  const signIn = vscode.l10n.t('Sign In…');
  const demo = vscode.l10n.t('Explore the Demo');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('This needs an organization of Confluent Cloud. Sign in to one, or explore the demo.'),
    signIn,
    demo,
  );
  if (chosen === signIn) await vscode.commands.executeCommand('byok.signIn');
  if (chosen === demo) await vscode.commands.executeCommand('byok.exploreDemo');
}
