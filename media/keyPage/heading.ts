import { isTooLong, longestName } from '../../src/model/keyName';
import { fillTemplate } from '../../src/model/message';
import { icon } from '../shared/icons';
import type { Content, Described } from '../shared/view';
import { h } from '../shared/view';
import type { Drawn } from './kept';
import { keyButtons } from './parts';

/** What the key is called, where it is, what it is in, and what can be done with it. */
export function heading(drawn: Drawn): Described {
  const { state, host } = drawn;
  const [draft] = host.kept.draft;
  const isEdited = draft !== undefined && state.heading.name !== undefined;
  return h(
    'header',
    {},
    h('p', { class: 'place quiet' }, state.place),
    isEdited ? editor(drawn, draft) : title(drawn),
    h('p', { class: 'status', role: 'status' }, statusOf(drawn)),
    state.buttons.length > 0 &&
      h(
        'div',
        { class: 'buttons', role: 'group', 'aria-label': state.words.actions },
        keyButtons(drawn, state.buttons),
      ),
  );
}

function statusOf({ state }: Drawn): Content {
  return (state.key?.status ?? []).map(({ tone, text }) =>
    h('span', { class: `badge is-${tone}` }, tone === 'plain' ? '' : icon(tone, tone), text),
  );
}

function title({ state, host }: Drawn): Described {
  const { text, isId, name } = state.heading;
  const edit = (): void => {
    host.keep({ draft: [name ?? '', name ?? ''] });
    nameField()?.focus();
  };
  return h(
    'div',
    { class: 'title', key: 'title' },
    h('h1', { class: isId ? 'mono' : '' }, text),
    '\u00a0',
    name !== undefined &&
      h(
        'button',
        {
          class: 'bare',
          id: 'rename',
          title: state.words.rename,
          'aria-label': state.words.rename,
          onclick: edit,
        },
        icon('edit'),
      ),
  );
}

function editor({ state, host }: Drawn, draft: string): Described {
  const { words, heading: current } = state;
  const [, before = ''] = host.kept.draft;
  const name = current.name ?? '';
  const isLong = isTooLong(draft, name);
  const leave = (): void => {
    host.keep({ draft: [] });
    document.getElementById('rename')?.focus();
  };
  const save = (): void => {
    if (isLong) return;
    if (draft.trim() !== name) host.send({ type: 'rename', name: draft });
    leave();
  };
  const problem = isLong
    ? fillTemplate(words.tooLong, [String(longestName), String(draft.trim().length)])
    : '';
  const news = before === name ? words.emptyName : fillTemplate(words.renamedMeanwhile, [name]);
  return h(
    'div',
    { class: 'editor', key: 'editor' },
    h('h1', { class: 'spoken' }, current.text),
    h(
      'vscode-text-field',
      {
        id: 'name',
        '.value': draft,
        oninput: event => host.keep({ draft: [valueOf(event), before] }),
        onkeydown: event => {
          if (!(event instanceof KeyboardEvent) || event.isComposing) return;
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // The button that gets the focus would be pressed by the same key.
          event.preventDefault();
          if (event.key === 'Enter') save();
          else leave();
        },
      },
      words.name,
    ),
    h(
      'div',
      { class: 'buttons' },
      h('vscode-button', { disabled: isLong, onclick: save }, words.save),
      h('vscode-button', { appearance: 'secondary', onclick: leave }, words.cancel),
    ),
    h('p', { class: problem === '' ? 'quiet' : 'bad', role: 'status' }, problem === '' ? news : problem),
  );
}

function nameField(): HTMLElement | null {
  return document.getElementById('name');
}

function valueOf({ currentTarget }: Event): string {
  const value: unknown = currentTarget && 'value' in currentTarget ? currentTarget.value : '';
  return typeof value === 'string' ? value : '';
}
