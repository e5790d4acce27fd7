/**
 * Gives the focus back to the element that had it, when it comes back to the page: where the page is in the editor's
 * own process, as in a browser, an element loses it for good once a question of the editor takes it.
 */
export function keepFocus(): void {
  let last: HTMLElement | undefined;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = target;
  });
  window.addEventListener('focus', () => {
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    if (isNowhere && last?.isConnected === true) last.focus({ preventScroll: true });
  });
}
