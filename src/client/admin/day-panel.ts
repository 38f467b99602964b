/** Whereabouts of a day at a glance: each person with what is written of that day, filled in within a minute. */
import { addDays, inWordsWithWeekday, isDate } from '../../domain/dates.ts';
import { element } from '../element.ts';
import { register, type FormContext } from './controls/context.ts';
import { wrongPlace } from './controls/frame.ts';
import { beginEntry, endEntry, indexesOf } from './day-entries.ts';
import { schemaAt } from '../../schemas/walk.ts';
import { whereabouts } from '../../schemas/whereabouts.ts';
import { button } from './ui.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** The furthest day ahead that can be written: beyond it, the weekly plan serves. */
const AHEAD = 60;

const FIELDS = ['state', 'session', 'back', 'substitute'];

function entryBox(context: FormContext, at: number, called: string, redraw: () => void): HTMLElement {
  const fields = FIELDS.flatMap((key) => {
    const path = ['entries', at, key];
    const schema = schemaAt(whereabouts, path, context.file.value);
    return schema ? [context.field(path, schema)] : [];
  });
  const remove = button(
    '不写这一段',
    () => {
      endEntry(context, at);
      redraw();
      context.say(`已去掉${called}的这一段`);
    },
    'quiet',
  );
  remove.setAttribute('aria-label', `不写这一段：${called}`);
  return element('div', { class: 'entry' }, [...fields, remove]);
}

function personBox(context: FormContext, person: Person, date: string, redraw: () => void): HTMLElement {
  const own = indexesOf(context, person.id, date);
  const add = button(own.length ? '再加一段' : '写这一天的去向', () => {
    beginEntry(context, person.id, date);
    redraw();
    const fresh = indexesOf(context, person.id, date).at(-1);
    document.getElementById(`whereabouts-entries-${fresh}-state`)?.focus();
  });
  add.setAttribute('aria-label', `${add.textContent}：${person.name}`);
  return element('fieldset', { class: 'person' }, [
    element('legend', {}, [person.name]),
    ...own.map((at) => entryBox(context, at, person.name, redraw)),
    add,
  ]);
}

function dateField(today: string, chosen: (date: string) => void): HTMLElement {
  const input = element('input', {
    type: 'date',
    id: 'whereabouts-day',
    value: today,
    min: today,
    max: addDays(today, AHEAD),
  });
  input.addEventListener('change', () => isDate(input.value) && input.value >= today && chosen(input.value));
  return element('div', { class: 'field' }, [
    element('label', { for: 'whereabouts-day' }, ['哪一天']),
    input,
  ]);
}

/** The part above the weekly plan. Entries of past days are taken out with the first change. */
export function dayPart(context: FormContext, people: readonly Person[]): HTMLElement[] {
  const list = element('div', { class: 'people' });
  const heading = element('h3', {}, []);
  const wrong = wrongPlace(context, ['entries']);
  let date = context.today;
  const draw = () => {
    heading.textContent = inWordsWithWeekday(date);
    list.replaceChildren(...people.map((person) => personBox(context, person, date, draw)));
  };
  const allIn = button(
    '其余的人都在岗',
    () => {
      for (const { id } of people)
        if (indexesOf(context, id, date).length === 0) beginEntry(context, id, date, '在岗');
      draw();
      context.say('其余的人已填为在岗，请核对时段');
    },
    'quiet',
  );
  draw();
  const box = element('section', { class: 'part' }, [
    heading,
    element('p', { class: 'soft' }, [
      '只写六类，不写地点、原因和对象。没有写的人，按每周安排显示；两处都没有写的，页面请读者先打电话。',
    ]),
    ...(people.length
      ? [
          dateField(context.today, (chosen) => {
            date = chosen;
            draw();
          }),
          list,
          allIn,
        ]
      : [element('p', {}, ['先在“人员”里写上工作人员，才能写去向。'])]),
    wrong,
  ]);
  register(context, { path: ['entries'], box, inputs: [], wrong });
  return [box];
}
