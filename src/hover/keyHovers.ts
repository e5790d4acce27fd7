import * as vscode from 'vscode';
import type { ConnectionStore } from '../connections/connectionStore';
import { Disposable } from '../disposable';
import type { Settings } from '../settings';
import type { KeyStore } from '../stores/keyStore';
import type { HoverParts } from './hoverParts';

/** Where keys are written down. By pattern too: without an extension for Terraform its files are plain text. */
const selector: vscode.DocumentSelector = [
  ...['terraform', 'terraform-vars', 'opentofu', 'opentofu-vars', 'hcl'],
  ...['yaml', 'dockercompose', 'json', 'jsonc', 'jsonl', 'markdown'],
  { pattern: '**/*.{tf,tofu,tfvars,tfstate,hcl}' },
];

/**
 * Shows a key where a file names it. Nothing is fetched for that: there are hovers once the keys are loaded, which is
 * when the view was opened or a command asked for them.
 */
export class KeyHovers extends Disposable implements vscode.HoverProvider {
  constructor(
    private readonly connections: ConnectionStore,
    private readonly store: KeyStore,
    private readonly settings: Settings,
    private readonly parts: () => Promise<HoverParts>,
  ) {
    super();
    this.register(vscode.languages.registerHoverProvider(selector, this));
  }

  async provideHover(
    document: vscode.TextDocument,
    { line, character }: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const hasKeys = this.connections.list().some(({ id }) => this.store.of(id).keys.length > 0);
    if (!hasKeys || !this.settings.hovers()) return undefined;
    const { text } = document.lineAt(line);
    const [parts, { keyHover }] = await Promise.all([this.parts(), import('./keyHover')]);
    return keyHover(text, line, character, parts);
  }
}
