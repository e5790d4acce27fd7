/**
 * Keeps the focus in the page: gives it back to the element that had it when it comes back, and moves it on when that
 * element goes. Where the page is in the editor's own process, as in a browser, an element loses it for good once a
 * question of the editor takes it. Call what it gives after each drawing.
 */
export function keepFocus(): () => void {
  let last: HTMLElement | undefined;
  /** Whether it is there for all we know: who clicks beside everything has taken it away. */
  let isThere = false;
  document.addEventListener('pointerdown', () => (isThere = false));
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    isThere = true;
  });
  const giveBack = (): void => {
    if (last && isNowhere()) placeOf(last).focus({ preventScroll: true });
  };
  window.addEventListener('focus', giveBack);
  return () => {
    if (isThere && last?.isConnected === false && document.hasFocus()) giveBack();
  };
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** The element itself; or, when it went, the one of its id that was drawn elsewhere, or where the page begins. */
function placeOf(element: HTMLElement): HTMLElement {
  if (element.isConnected) return element;
  const anew = element.id === '' ? null : document.getElementById(element.id);
  const closed = anew?.closest('details:not([open])')?.querySelector('summary');
  const place = closed ?? anew ?? document.querySelector('h1');
  if (place === null) return document.body;
  if (place.tagName === 'H1') place.tabIndex = -1;
  return place;
}
