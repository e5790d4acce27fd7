import * as vscode from 'vscode';

/** What may be a policy, or in one sentence why there is no text. */
export type PolicyText = { readonly text: string } | { readonly problem: string };

/** In bytes: more than that has more characters than a policy may, in every encoding. */
const largestFile = 1024 * 1024;

/** Reads a file as an editor would: by its byte order mark, or else in the encoding of the user's settings. */
export async function readPolicyFile(file: vscode.Uri): Promise<PolicyText> {
  const { fs, decode } = vscode.workspace;
  try {
    const { size } = await fs.stat(file);
    if (size > largestFile)
      return {
        problem: vscode.l10n.t('The file is far larger than the 32 KB that AWS allows for a policy.'),
      };
    const bytes = await fs.readFile(file);
    return await decode(bytes, { uri: file }).then(
      text => ({ text }),
      () => ({ problem: vscode.l10n.t('The file is not text.') }),
    );
  } catch {
    return { problem: vscode.l10n.t('The file could not be read.') };
  }
}
