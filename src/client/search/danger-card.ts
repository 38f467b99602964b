import type { Hearing, Urgent } from '../../domain/search/urgent.ts';
import { paths, withBase } from '../../domain/urls.ts';
import { element } from '../element.ts';
import '../quick-exit.ts';

const base = import.meta.env.BASE_URL;

/** One press, and the screen shows the front page. */
const leave = () =>
  element('quick-exit' as 'div', {}, [
    element('a', { href: withBase(base, paths.home), class: 'button' }, ['快速离开']),
  ]);

const call = (number: string, words: string, look: Record<string, string> = {}) =>
  element('a', { href: `tel:${number}`, ...look }, [words]);

const calls = ({ call: list }: Urgent) =>
  element(
    'p',
    { class: 'meta' },
    list.map(({ number, name }) => call(number, `${number} ${name}`, { class: 'number' })),
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
const dangerCard = (danger: Urgent): HTMLElement =>
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

/** Where danger is possible but not sure: one line, and the answers stand below it as ever. */
const dangerLine = (): HTMLElement =>
  element('p', { class: 'note' }, [
    '有人有危险？先打',
    ...['110', '120', '119'].flatMap((number, at) => [at === 0 ? '' : ' · ', call(number, number)]),
  ]);

/** What stands above everything else for a text that speaks of danger, or may. */
export const dangerParts = ({ sure, possible }: Hearing): HTMLElement[] =>
  possible ? [dangerLine()] : sure.map(dangerCard);
