import type { Described } from './view';
import { h } from './view';

/** Drawn in a square of 16, in lines of the text's own colour. A shape for every meaning: colour only repeats it. */
const shapes = {
  good: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM5 8.2l2.2 2.2L11.2 6',
  bad: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  waiting: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 4.5V8l2.4 1.6',
  warning: 'M8 1.8 14.6 13.8H1.4zM8 6v4M8 11.6v.8',
  plain: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 7.2v4M8 4.6v.8',
  copy: 'M5.5 5.5h8v9h-8zM3.5 11.5h-1v-10h8v2',
  edit: 'M2.5 13.5l.7-3L11 2.7l2.3 2.3-7.8 7.8zM9.5 4.2l2.3 2.3',
  external: 'M6.5 3.5h-4v10h10v-4M9 2.5h4.5V7M13.2 2.8 7.5 8.5',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  check: 'M2.5 8.5l3.5 3.5 7.5-8',
} as const;

export type IconName = keyof typeof shapes;

export function icon(name: IconName, className = ''): Described {
  return h(
    'svg',
    { class: `icon ${className}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    h('path', { d: shapes[name] }),
  );
}
