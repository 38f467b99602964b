/** What `<whereabouts-today>` shows: the card of a day, and the table of the coming days. */
import { inWordsWithWeekday } from '../domain/dates.ts';
import type { Moment } from '../domain/moment.ts';
import type { ComingWhereabouts as Data } from '../domain/whereabouts-coming.ts';
import { element } from './element.ts';

type Row = Data['entries'][number];

const soft = (text: string) => element('span', { class: 'soft' }, [text]);

/** `09:05` of a minute of the day: times so written are in the order of the clock. */
const clock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => `${part}`.padStart(2, '0')).join(':');

/** 现在, 已过, or nothing for what is still to come or has no hours. */
function tagOf({ session = '' }: Row, time: string): HTMLElement[] {
  const [from = '', to = ''] = session.split('-');
  if (!from || time < from) return [];
  const now = time < to;
  return [element('span', { class: now ? 'tag ok' : 'tag' }, [now ? '现在' : '已过'])];
}

/** One row in words, as the built table has it. */
function told(row: Row, { people, alone }: Data, tags: readonly HTMLElement[] = []): HTMLElement {
  const substitute = people.find(({ id }) => id === row.substitute)?.name;
  const notes = [
    alone && row.state !== '在岗' ? '请先电话联系' : '',
    row.back && !alone ? `预计${row.back}返回` : '',
    substitute ? `由${substitute}接办` : '',
  ];
  return element('div', {}, [
    element('div', {}, [
      element('strong', {}, [row.state]),
      ...(row.session ? [' ', soft(row.session.replace('-', '—'))] : []),
      ...tags,
    ]),
    ...notes.filter(Boolean).map((note) => element('div', {}, [note])),
  ]);
}

/** Something made of each person's name and rows of a day. */
function each<T>({ people, entries }: Data, date: string, make: (name: string, rows: Row[]) => T): T[] {
  const own = (id: string) => entries.filter((row) => row.date === date && row.person === id);
  return people.map(({ id, name }) => make(name, own(id)));
}

/** Who is in at a moment, in a line: 现在在岗：甲、乙; the day's, while the office is closed for lunch or gone to market. */
function whoIsIn(data: Data, { date, minute }: Moment, closed: boolean): string {
  const time = clock(minute);
  const rows = data.entries.filter((row) => row.date === date);
  if (rows.length === 0) return data.restDays.includes(date) ? '今天不是工作日' : '今日去向未公布';
  const there = rows.filter(({ state, session = '' }) => {
    const [from = '', to = '~'] = session.split('-');
    return state === '在岗' && from <= time && time < to;
  });
  const names = data.people.filter(({ id }) => there.some(({ person }) => person === id));
  return names.length > 0
    ? `${closed ? '今天' : '现在'}在岗：${names.map(({ name }) => name).join('、')}`
    : '现在没有人在岗，请先打电话';
}

/** Says who is in, in the answer of an office. */
export function tellWhoIsIn(answer: ParentNode, data: Data, now: Moment): void {
  const line = answer.querySelector('[data-in]');
  const closed = answer.querySelector('[data-open-state="closed"]') !== null;
  if (line) line.textContent = whoIsIn(data, now, closed);
}

/** Fills the card with a day; what stands there already is left alone. */
export function fillCard(card: HTMLElement, data: Data, { date, minute }: Moment, ask: Node | null): void {
  const rest = data.restDays.includes(date) ? '今天不是工作日，' : '今日';
  const people = each(data, date, (name, rows) =>
    element('div', {}, [
      element('dt', {}, [name]),
      element(
        'dd',
        {},
        rows.length ? rows.map((row) => told(row, data, tagOf(row, clock(minute)))) : ['未公布'],
      ),
    ]),
  );
  const body = data.entries.some((row) => row.date === date)
    ? element('dl', { class: 'facts' }, people)
    : element('p', {}, [`${rest}去向未公布，请致电`, ...(ask ? [ask.cloneNode(true)] : [])]);
  const fresh = [element('h3', {}, [`今日去向：${inWordsWithWeekday(date)}`]), body];
  if (fresh.every((part, at) => card.children[at]?.isEqualNode(part))) return;
  card.dataset['whereaboutsDate'] = date;
  card.replaceChildren(...fresh);
}

/** The table of the coming days, made anew from fresher data. */
export function tableOf(data: Data): HTMLElement {
  const head = (scope: string, text: string) => element('th', { scope }, [text]);
  const cell = (name: string, rows: Row[]) =>
    element('td', { 'data-label': name }, rows.length ? rows.map((row) => told(row, data)) : [soft('未填')]);
  const dates = [...new Set(data.entries.map((row) => row.date))];
  const top = ['日期', ...data.people.map(({ name }) => name)].map((name) => head('col', name));
  return element('section', { class: 'table', 'aria-label': '工作去向', tabindex: '0' }, [
    element('table', { class: 'stacked' }, [
      element('thead', {}, [element('tr', {}, top)]),
      element(
        'tbody',
        {},
        dates.map((date) =>
          element('tr', { 'data-date': date }, [
            head('row', inWordsWithWeekday(date)),
            ...each(data, date, cell),
          ]),
        ),
      ),
    ]),
  ]);
}
