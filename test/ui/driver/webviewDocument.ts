import type { FrameLocator } from 'playwright-core';

export interface Focus {
  /** What has the focus, as it is called for screen readers, or its text. */
  readonly name: string;
  /** Whether an outline or a border says so. */
  readonly isVisible: boolean;
}

/** What has the focus in a webview. The scripts here are text, since they run where there is a DOM. */
export async function focusIn(webview: FrameLocator): Promise<Focus> {
  return webview.locator('html').evaluate(`(() => {
    const outer = document.activeElement;
    let inner = outer;
    while (inner.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
    const isOutlined = element => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && outlineColor !== 'rgba(0, 0, 0, 0)';
    };
    const name = outer.getAttribute('aria-label') ?? outer.textContent.trim();
    return { name, isVisible: isOutlined(inner) || isOutlined(outer) };
  })()`);
}

/** How wide a webview is, in CSS px, and whether its document must be scrolled sideways. */
export async function widthsOf(
  webview: FrameLocator,
): Promise<{ readonly shown: number; readonly isWider: boolean }> {
  return webview.locator('html').evaluate(`(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    return { shown: innerWidth, isWider: scrollWidth > clientWidth };
  })()`);
}

/** Draws the document of a webview larger, as the editor's zoom does. */
export async function zoom(webview: FrameLocator, factor: number): Promise<void> {
  await webview.locator('html').evaluate(`document.documentElement.style.zoom = '${factor}'`);
}
