/** Today's whereabouts at a glance: one line per person, filled in within a minute. */
import './no-eval.ts';
import { inWordsWithWeekday } from '../../domain/dates.ts';
import { rowsOn } from '../../domain/whereabouts.ts';
import { whereabouts, WHEREABOUTS_STATES, type Whereabouts } from '../../schemas/whereabouts.ts';
import { schemaAt } from '../../schemas/walk.ts';
import { element } from '../element.ts';
import type { Desk } from './controls/desk.ts';
import { setField } from './office-files.ts';
import { button } from './ui.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

interface Entry extends Record<string, unknown> {
  readonly date?: unknown;
  readonly person?: unknown;
}

const entriesOf = ({ paper }: Desk): readonly Entry[] =>
  Array.isArray(paper.value['entries']) ? (paper.value['entries'] as Entry[]) : [];

/** The entry of a person for today; the last one where there are several sessions. */
const indexFor = (desk: Desk, person: string) =>
  entriesOf(desk).findLastIndex((one) => one.person === person && one.date === desk.today);

/** Usual hours of this person: those last written, else those of the plan. */
function usualSession(desk: Desk, person: string): string {
  const last = entriesOf(desk).findLast((one) => one.person === person && typeof one['session'] === 'string');
  const parsed = whereabouts.safeParse(desk.paper.value);
  const planned = parsed.success ? rowsOn(parsed.data as Whereabouts, desk.today) : [];
  const usual = last?.['session'] ?? planned.find((one) => one.person === person)?.session;
  return typeof usual === 'string' ? usual : '';
}

const withoutPast = (desk: Desk) =>
  entriesOf(desk).filter((one) => typeof one.date !== 'string' || one.date >= desk.today);

function begin(desk: Desk, person: string, state: string): void {
  const entry = { date: desk.today, person, session: usualSession(desk, person), state };
  setField(desk.paper, ['entries'], [...withoutPast(desk), entry]);
}

function end(desk: Desk, person: string): void {
  const rest = entriesOf(desk).filter((one) => one.person !== person || one.date !== desk.today);
  setField(desk.paper, ['entries'], rest);
}

function personBox(desk: Desk, person: Person): HTMLElement {
  const box = element('fieldset', { class: 'person' });
  const draw = (focus: boolean) => {
    const at = indexFor(desk, person.id);
    const id = `today-${person.id}`;
    const states = ['', ...WHEREABOUTS_STATES];
    const state = element(
      'select',
      { id },
      states.map((one) => element('option', { value: one }, [one || '（不写）'])),
    );
    state.value = at < 0 ? '' : String(entriesOf(desk)[at]?.['state'] ?? '');
    state.addEventListener('change', () => {
      if (state.value === '') end(desk, person.id);
      else if (indexFor(desk, person.id) < 0) begin(desk, person.id, state.value);
      else setField(desk.paper, ['entries', indexFor(desk, person.id), 'state'], state.value);
      desk.changed();
      draw(true);
    });
    const more = at < 0 ? [] : moreFields(desk, at);
    box.replaceChildren(
      element('legend', {}, [person.name]),
      element('div', { class: 'field' }, [element('label', { for: id }, ['今天']), state]),
      ...more,
    );
    if (focus) state.focus();
  };
  draw(false);
  return box;
}

function moreFields(desk: Desk, at: number): HTMLElement[] {
  return ['session', 'back', 'substitute'].flatMap((key) => {
    const path = ['entries', at, key];
    const schema = schemaAt(whereabouts, path, desk.paper.value);
    return schema ? [desk.field(path, schema)] : [];
  });
}

/** The part above the form of whereabouts. Entries of past days are taken out with the first change. */
export function todayPart(desk: Desk, people: readonly Person[]): HTMLElement[] {
  const list = element('div', { class: 'people' });
  const draw = () => list.replaceChildren(...people.map((person) => personBox(desk, person)));
  const allIn = button(
    '其余的人都在岗',
    () => {
      for (const { id } of people) if (indexFor(desk, id) < 0) begin(desk, id, '在岗');
      desk.changed();
      draw();
      desk.say('其余的人已填为在岗，请核对时段');
    },
    'quiet',
  );
  draw();
  const empty = [element('p', { class: 'soft' }, ['先在“人员”里写上工作人员，才能写去向。'])];
  return [
    element('section', { class: 'part' }, [
      element('h3', {}, [`今天：${inWordsWithWeekday(desk.today)}`]),
      element('p', { class: 'soft' }, ['没有写的人，按每周安排显示；两处都没有写的，页面请读者先打电话。']),
      ...(people.length ? [list, allIn] : empty),
    ]),
  ];
}
