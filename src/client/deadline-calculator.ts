/**
 * `<deadline-calculator>`: below the table of limits that stands in it, a date for each event and what follows
 * from it. All of it is made here, so that without scripts nothing is there that does not work; if the data
 * cannot be read, the table stays alone.
 */
import { isDate } from '../domain/dates.ts';
import { deadlineInWords, type ShownLimit } from '../domain/deadline-words.ts';
import type { WorkDays } from '../domain/day-kind.ts';
import { element } from './element.ts';

interface Event {
  readonly from: string;
  readonly limits: readonly ShownLimit[];
}

/** What the page carries as JSON: `DeadlineData` of the views. */
interface Data extends WorkDays {
  readonly events: readonly Event[];
}

const INCOMPLETE = '请把年、月、日都填上。';

/** `2026-11-22` of a date field; where the browser knows only text fields, also `2026年3月5日` or `2026/3/5`. */
function readDate(text: string): string | undefined {
  const [, year, month = '', day = ''] = /^\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

function resultOf(limit: ShownLimit, start: string, days: WorkDays): HTMLElement {
  const { when, notes } = deadlineInWords(limit, start, days);
  const whose = limit.whose === 'resident' ? '您要遵守' : '办理机关要遵守';
  return element('li', {}, [
    element('p', {}, [
      `${limit.label}：`,
      ...(limit.unchecked ? [element('span', { class: 'tag due' }, ['待核'])] : []),
    ]),
    element('p', {}, [element('strong', {}, [when])]),
    element('p', { class: 'soft' }, [`规定：${limit.text}。${whose}。`]),
    ...notes.map((note) => element('p', {}, [note])),
  ]);
}

/** One answer; what else runs from the same day is folded behind it. */
function answerOf([first, ...rest]: readonly HTMLElement[]): HTMLElement[] {
  const list = (items: readonly HTMLElement[]) => element('ul', { class: 'bare' }, items);
  const more = element('details', {}, [element('summary', {}, [`还有${rest.length}个时限`]), list(rest)]);
  return [...(first ? [list([first])] : []), ...(rest.length > 0 ? [more] : [])];
}

/** One event: the date it happened on, and a region that tells the deadlines when they change. */
function eventForm({ from, limits }: Event, id: string, days: WorkDays): HTMLElement {
  const told = `${id}-told`;
  const input = element('input', { id, type: 'date', min: '1950-01-01', max: '2199-12-31' });
  const status = element('div', { id: told, role: 'status', 'data-room': INCOMPLETE });
  const form = element('div', { class: 'deadline' }, [
    element('label', { for: id }, [`哪天${from}？`]),
    input,
    status,
  ]);
  const tell = (state: string, content: HTMLElement[]) => {
    form.dataset['state'] = state;
    // On paper the calculator stands only where it says something.
    const whole = form.parentElement;
    whole?.toggleAttribute('data-done', whole.querySelector('[data-state="done"]') !== null);
    const wrong = state === 'wrong';
    input.setAttribute('aria-invalid', String(wrong));
    input.setAttribute('aria-describedby', wrong ? told : '');
    status.replaceChildren(...content);
  };
  // What the reader must keep to goes before what an authority must.
  const ordered = [...limits].sort((a, b) => Number(b.whose === 'resident') - Number(a.whose === 'resident'));
  let shown: string | undefined;
  input.addEventListener('input', () => {
    const date = readDate(input.value);
    if (date === shown && date !== undefined) return;
    shown = date;
    const results = date ? ordered.map((limit) => resultOf(limit, date, days)) : [];
    if (date) tell('done', answerOf(results));
    else tell('empty', []);
  });
  // Only on leaving: a date that is being typed is not wrong yet.
  input.addEventListener('blur', () => {
    const begun = input.value !== '' || input.validity.badInput;
    if (shown === undefined && begun) tell('wrong', [element('p', {}, [INCOMPLETE])]);
  });
  return form;
}

function calculator(data: Data): HTMLElement {
  const forms = data.events.map((event, at) => eventForm(event, `deadline-${at + 1}`, data));
  return element('div', { class: 'calculator' }, [
    element('h3', {}, ['算一算最迟到哪天']),
    element('p', {}, ['填上日期，就写出最迟哪天。']),
    ...forms,
    element('p', { class: 'soft' }, ['这里只是帮您估算，以办理机关的答复为准。']),
  ]);
}

/** The data in the page, or undefined where it is missing or broken. */
function dataIn(host: HTMLElement): Data | undefined {
  try {
    return JSON.parse(host.querySelector('script[type="application/json"]')?.textContent ?? '') as Data;
  } catch {
    return undefined;
  }
}

class DeadlineCalculator extends HTMLElement {
  connectedCallback(): void {
    const data = this.querySelector('.calculator') ? undefined : dataIn(this);
    if (data) this.append(calculator(data));
  }
}

customElements.define('deadline-calculator', DeadlineCalculator);
