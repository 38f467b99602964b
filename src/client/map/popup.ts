import { element } from '../element.ts';
import type { MapEntry } from './entries.ts';
import { precisionWord, sayMarks, type MapMark } from './marks.ts';

const listOf = (entries: readonly MapEntry[], word: (entry: MapEntry) => string) =>
  element(
    'ul',
    {},
    entries.map((entry) => {
      const link = element('a', { href: entry.href }, [entry.name]);
      return element('li', {}, [link, element('span', { class: 'soft' }, [word(entry)])]);
    }),
  );

/** What a press on a point opens, as nodes: names come from content and stay text. */
export function popupOf(marks: readonly MapMark[], close: () => void): HTMLElement {
  const entriesOf = (kind: MapMark['kind']) =>
    marks.filter((mark) => mark.kind === kind).flatMap((mark) => mark.entries);
  const [located, hidden] = [entriesOf('office'), entriesOf('seat')];
  const counties = [...new Set([...located, ...hidden].map(({ countyName }) => countyName))].join('、');
  const button = element('button', { type: 'button', class: 'button' }, ['关闭']);
  button.addEventListener('click', close);
  const node = element('div', { class: 'map-popup', role: 'dialog', 'aria-label': sayMarks(marks) }, [
    element('p', { class: 'map-popup-head' }, [element('strong', {}, [counties]), button]),
    ...(located.length > 0 ? [listOf(located, (entry) => ` ${precisionWord(entry)}`)] : []),
    ...(hidden.length > 0
      ? [
          element('p', { class: 'soft' }, [`位置未公开，先列在县城（${hidden.length}个）`]),
          listOf(hidden, () => ''),
        ]
      : []),
  ]);
  node.tabIndex = -1;
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });
  return node;
}
