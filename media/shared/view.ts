/** What an element is to be. Text in it is text: nothing here reads markup. */
export interface Described {
  readonly tag: string;
  readonly props: Props;
  readonly children: readonly (Described | string)[];
}

/**
 * By name: an attribute; `onclick` and the like, a function; `.value` and the like, a property of the element; `--share`
 * and the like, a variable of its style; `key`, what the element is known by among its siblings.
 */
export type Props = Readonly<
  Record<string, string | number | boolean | undefined | ((event: Event) => void)>
>;

export type Content = Described | string | false | undefined | readonly Content[];

export function h(tag: string, props: Props = {}, ...content: readonly Content[]): Described {
  return { tag, props, children: flat(content) };
}

/**
 * Draws descriptions into an element. A new one changes what differs from the one before and touches nothing else, so
 * that focus, selection, scrolling and what the user opened stay.
 */
export class View {
  #before: Described = h('root');

  constructor(private readonly root: Element) {}

  show(...content: readonly Content[]): void {
    const now = h('root', {}, ...content);
    patchChildren(this.root, this.#before, now);
    this.#before = now;
  }
}

const svg = 'http://www.w3.org/2000/svg';

function flat(content: readonly Content[]): (Described | string)[] {
  return content.flatMap(each => {
    if (isList(each)) return flat(each);
    // What is left out keeps its place, so that those behind it are still themselves.
    return each === false || each === undefined ? [''] : [each];
  });
}

function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content);
}

function create(description: Described | string, parent: Element): Node {
  if (typeof description === 'string') return document.createTextNode(description);
  const { tag, props } = description;
  const isSvg = tag === 'svg' || (parent.namespaceURI === svg && parent.tagName !== 'foreignObject');
  const element = isSvg ? document.createElementNS(svg, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(element, name, value);
  patchChildren(element, h(tag), description);
  return element;
}

function patchChildren(parent: Element, before: Described, now: Described): void {
  const nodes = [...parent.childNodes];
  const old = before.children.map((description, index) => ({ description, node: nodes[index] }));
  const byKey = new Map(
    old.flatMap(each => (keyOf(each.description) === undefined ? [] : [[keyOf(each.description), each]])),
  );
  const kept = now.children.map((description, index) => {
    const key = keyOf(description);
    const match = key === undefined ? old[index] : byKey.get(key);
    return match?.node && isSame(match.description, description) ? match : undefined;
  });
  const staying = new Set(kept.map(match => match?.node));
  for (const { node } of old) if (node && !staying.has(node)) node.remove();
  for (const [index, description] of now.children.entries()) {
    const match = kept[index];
    const node = match?.node ?? create(description, parent);
    if (match?.node) patch(match.node, match.description, description);
    const there = parent.childNodes[index];
    if (there !== node) parent.insertBefore(node, there ?? null);
  }
}

function patch(node: Node, before: Described | string, now: Described | string): void {
  if (typeof now === 'string') {
    if (before !== now) node.textContent = now;
    return;
  }
  if (typeof before === 'string' || !(node instanceof Element)) return;
  for (const name of Object.keys(before.props)) if (!(name in now.props)) setProp(node, name, undefined);
  for (const [name, value] of Object.entries(now.props)) {
    if (before.props[name] !== value) setProp(node, name, value);
  }
  patchChildren(node, before, now);
}

function setProp(element: Element, name: string, value: Props[string]): void {
  if (name === 'key') return;
  if (name.startsWith('on')) listen(element, name.slice(2), typeof value === 'function' ? value : undefined);
  else if (name.startsWith('.')) Reflect.set(element, name.slice(1), value);
  else if (name.startsWith('--'))
    styleOf(element).setProperty(name, value === undefined ? null : String(value));
  else if (value === undefined || value === false || (name === 'href' && !isWebAddress(String(value))))
    element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}

const listeners = new WeakMap<Element, Map<string, (event: Event) => void>>();

/** One listener for the life of the element, which calls what the last description says. */
function listen(element: Element, type: string, call: ((event: Event) => void) | undefined): void {
  const calls = listeners.get(element) ?? new Map<string, (event: Event) => void>();
  listeners.set(element, calls);
  if (!calls.has(type)) element.addEventListener(type, event => calls.get(type)?.(event));
  calls.set(type, call ?? (() => undefined));
}

function keyOf(description: Described | string | undefined): Props[string] {
  return typeof description === 'object' ? description.props['key'] : undefined;
}

function isSame(before: Described | string, now: Described | string): boolean {
  if (typeof before === 'string' || typeof now === 'string') return typeof before === typeof now;
  return before.tag === now.tag && before.props['key'] === now.props['key'];
}

function isWebAddress(address: string): boolean {
  return address.startsWith('https://') || address.startsWith('#');
}

function styleOf(element: Element): CSSStyleDeclaration {
  return (element as HTMLElement | SVGElement).style;
}
