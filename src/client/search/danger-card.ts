import type { Urgent } from '../../domain/search/urgent.ts';
import { paths, withBase } from '../../domain/urls.ts';
import { element } from '../element.ts';
import '../quick-exit.ts';

const base = import.meta.env.BASE_URL;

/** One press, and the screen shows the front page. */
const leave = () =>
  element('quick-exit' as 'div', {}, [
    element('a', { href: withBase(base, paths.home), class: 'button' }, ['快速离开']),
  ]);

const calls = ({ call }: Urgent) =>
  element(
    'p',
    { class: 'meta' },
    call.map(({ number, name }) =>
      element('a', { href: `tel:${number}`, class: 'number' }, [`${number} ${name}`]),
    ),
  );

const guides = ({ guides: list }: Urgent) =>
  list.length === 0
    ? []
    : [
        element('p', {}, ['人平安了再看：']),
        element(
          'ul',
          { class: 'roomy' },
          list.map(({ path, title }) =>
            element('li', {}, [element('a', { href: withBase(base, path) }, [title])]),
          ),
        ),
      ];

/** What people in danger see above everything else: whom to call, what to do now, where to go on. */
export const dangerCard = (danger: Urgent): HTMLElement =>
  element('section', { class: 'note warn urgent', 'aria-label': `紧急求助：${danger.title}` }, [
    element('h2', {}, [danger.title]),
    calls(danger),
    element(
      'ul',
      {},
      danger.now.map((line) => element('li', {}, [line])),
    ),
    ...guides(danger),
    ...(danger.hide ? [leave()] : []),
  ]);
