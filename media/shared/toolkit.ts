// The one place that knows the toolkit, which its makers have archived. Imported part by part: its index brings all.
export { vsCodeButton as button } from '@vscode/webview-ui-toolkit/dist/button/index.js';
export {
  vsCodePanelTab as panelTab,
  vsCodePanelView as panelView,
  vsCodePanels as panels,
} from '@vscode/webview-ui-toolkit/dist/panels/index.js';
export { vsCodeProgressRing as progressRing } from '@vscode/webview-ui-toolkit/dist/progress-ring/index.js';
export { vsCodeTextField as textField } from '@vscode/webview-ui-toolkit/dist/text-field/index.js';
import { provideVSCodeDesignSystem } from '@vscode/webview-ui-toolkit/dist/vscode-design-system.js';

/** Makes elements of the components that a page uses, such as `vscode-button`. */
export function useToolkit(...components: readonly object[]): void {
  provideVSCodeDesignSystem().register(...components);
}
