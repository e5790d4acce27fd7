import type { FrameLocator } from 'playwright-core';

/**
 * The texts of a page that cannot be read whole: cut by their box, over its edge, or beside the page. What scrolls
 * by itself is whole.
 */
export async function cutOff(page: FrameLocator): Promise<readonly string[]> {
  return await page.locator('body').evaluate(body => {
    const found: string[] = [];
    const pageWidth = document.documentElement.clientWidth;
    const range = document.createRange();
    const hides = (overflow: string): boolean => /hidden|clip/.test(overflow);
    const look = (element: Element): void => {
      const { display, visibility, overflowX, overflowY } = getComputedStyle(element);
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
      if (/script|style|svg/i.test(element.tagName) || display === 'none' || visibility === 'hidden') return;
      const scrolls = /auto|scroll/.test(overflowX);
      const isSpokenAlone = clientWidth === 1 && clientHeight === 1;
      if (scrolls || isSpokenAlone) return;
      const report = (what: string): void => {
        found.push(`${what}: ${element.tagName.toLowerCase()} "${element.textContent.trim().slice(0, 60)}"`);
      };
      if (hides(overflowX) && scrollWidth > clientWidth + 1) report('cut');
      if (hides(overflowY) && scrollHeight > clientHeight + 1) report('cut below');
      const box = element.getBoundingClientRect();
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || node.textContent?.trim() === '') continue;
        range.selectNodeContents(node);
        const { left, right } = range.getBoundingClientRect();
        if (left < -1 || right > pageWidth + 1) report('beside the page');
        else if (!/inline$|contents/.test(display) && (left < box.left - 1 || right > box.right + 1))
          report('over the edge');
      }
      for (const child of [...element.children, ...(element.shadowRoot?.children ?? [])]) look(child);
    };
    look(body);
    return found;
  });
}
