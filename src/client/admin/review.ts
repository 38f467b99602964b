/** Last step: what will change for the reader, what is still wrong, and where it goes. */
import type { Problem } from '../../domain/problems.ts';
import { isError } from '../../domain/problems.ts';
import { element } from '../element.ts';
import { STRAIGHT } from './done.ts';
import type { ToldChange } from './words.ts';
import { button, listOf, note, stepHeading, workButton } from './ui.ts';

export interface ReviewPart {
  readonly title: string;
  readonly told: readonly ToldChange[];
  readonly isWhereabouts?: boolean;
  /** A text in Markdown that is published as a whole. */
  readonly text?: string | undefined;
}

interface Review {
  readonly parts: readonly ReviewPart[];
  readonly problems: readonly Problem[];
  /** Whether an account is logged in. */
  readonly canSend: boolean;
  /** Whether whereabouts are written without anybody who looks at them first. */
  readonly isStraight: boolean;
  /** Whose day of verification went, because the facts were changed since. */
  readonly outdated: readonly { readonly title: string }[];
  /** They were verified today. */
  readonly verify: () => void;
  readonly back: () => void;
  readonly goTo: (problem: Problem) => void;
  readonly send: () => Promise<void>;
  /** Hands it over as a file; absent where there is nobody to hand it to. */
  readonly pack?: () => Promise<void>;
  readonly logIn: () => void;
}

const cell = (label: string, text: string) => element('td', { 'data-label': label }, [text]);

function changesTable({ title, told }: ReviewPart): HTMLElement {
  const rows = told.map(({ where, before, after }) =>
    element('tr', {}, [element('th', { scope: 'row' }, [where]), cell('现在', before), cell('改成', after)]),
  );
  const head = ['哪一项', '现在', '改成'].map((words) => element('th', { scope: 'col' }, [words]));
  return element('div', { class: 'table' }, [
    element('table', { class: 'changes stacked' }, [
      element('caption', {}, [title]),
      element('thead', {}, [element('tr', {}, head)]),
      element('tbody', {}, rows),
    ]),
  ]);
}

/** A text as its page will show it. */
function wholeText({ title, text }: ReviewPart): HTMLElement[] {
  if (!text?.trim()) return [];
  const prose = element('div', { class: 'prose' }, [text]);
  const show = ({ bodyAsRead }: typeof import('./notices/preview.ts')) =>
    (prose.innerHTML = bodyAsRead(text, 2));
  import('./notices/preview.ts').then(show, () => undefined);
  return [element('section', { class: 'as-read', 'aria-label': `${title}的正文` }, [prose])];
}

/** The list of what is wrong, each a way to its field. */
function problemList(problems: readonly Problem[], goTo: (problem: Problem) => void): HTMLElement {
  const errors = problems.filter(isError);
  const items = errors.map((problem) => {
    const name = problem.field?.replace(/ [\w.[\]]+$/, '') ?? '';
    const link = button(`${name ? `${name}：` : ''}${problem.message}`, () => goTo(problem), 'link');
    return element('li', {}, [link]);
  });
  return element('div', { class: 'note warn', role: 'alert', tabindex: '-1' }, [
    element('h3', {}, [`还有${errors.length}处要改，改好才能提交`]),
    element('ul', {}, items),
  ]);
}

function hints(problems: readonly Problem[]): HTMLElement[] {
  const soft = problems.filter((one) => !isError(one));
  if (soft.length === 0) return [];
  return [
    element('div', { class: 'note' }, [
      element('h3', {}, ['请再看一眼（不影响提交）']),
      listOf(soft.map(({ message, remedy }) => `${message}。${remedy}`)),
    ]),
  ];
}

/** A new number must not go by the day on which the old one was verified. */
function askVerified({ outdated, verify }: Review): HTMLElement[] {
  if (outdated.length === 0) return [];
  const titles = outdated.map(({ title }) => title).join('、');
  return [
    element('div', { class: 'note' }, [
      element('p', {}, [`${titles}改了，原来的核实日期不再算数，已经去掉。`]),
      button('今天核实过', verify),
    ]),
  ];
}

const TRACE =
  '去向要先由司法局审核：代码平台会一直留着这份请求的改动，写进网站、关闭、过期以后也在，一般删不掉。能不写的不写。';

/** What becomes of it, as far as it goes to be looked at, and of whereabouts. */
function nextWords({ pack }: Review, waits: boolean, straight: boolean): HTMLElement[] {
  const words = [
    ...(waits ? ['提交以后，先由司法局审核，通过了网站才会更新。'] : []),
    ...(straight ? [`${STRAIGHT}。`] : []),
    ...(pack ? ['不能登录的，下载修改包交给司法局，由他们提交。'] : []),
  ];
  return [element('p', {}, [words.join('')])];
}

export function reviewStep(review: Review): HTMLElement {
  const { parts, problems, canSend, isStraight } = review;
  const days = parts.some(({ isWhereabouts }) => isWhereabouts);
  const waits = parts.some(({ isWhereabouts }) => !isWhereabouts || !isStraight);
  const bad = problems.some(isError);
  const acts = bad
    ? []
    : [
        ...(canSend
          ? [workButton(waits ? '提交审核' : '提交', review.send)]
          : [button('登录后提交', review.logIn, 'primary')]),
        ...(review.pack ? [workButton('下载修改包', review.pack, 'plain')] : []),
      ];
  return element('section', { class: 'step review' }, [
    stepHeading('核对修改'),
    ...(bad ? [problemList(problems, review.goTo)] : []),
    ...(parts.length
      ? parts.flatMap((part) => [changesTable(part), ...wholeText(part)])
      : [note('没有改动。')]),
    ...hints(problems),
    ...askVerified(review),
    ...(days && !isStraight ? [note(TRACE)] : []),
    ...(bad || !parts.length ? [] : nextWords(review, waits, days && isStraight)),
    element('div', { class: 'acts' }, [...(parts.length ? acts : []), button('返回修改', review.back)]),
  ]);
}
