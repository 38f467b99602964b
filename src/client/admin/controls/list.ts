/** Lists: entries can be added, removed and put in another order, all by keyboard. */
import type { z } from 'zod';
import type { Path } from '../../../schemas/walk.ts';
import { element } from '../../element.ts';
import { fieldAt, setField } from '../office-files.ts';
import { shapeOf, titleOf } from '../shape.ts';
import { blankOf } from '../values.ts';
import { idOf, register, type FormContext } from './context.ts';
import { entryName, oneOf } from './entry-name.ts';
import { wrongPlace } from './frame.ts';

/** From this many fields on, an entry is folded to one line. */
const FOLDED_FROM = 5;

interface List {
  readonly context: FormContext;
  readonly path: Path;
  readonly schema: z.ZodType;
  readonly element: z.ZodType;
  /** Draws the list anew and moves the focus: to the part of an entry, or the button that adds one. */
  readonly redraw: (focus: { readonly at: number; readonly part: 'first' | 'up' | 'down' | 'add' }) => void;
}

const entriesOf = ({ context, path }: Pick<List, 'context' | 'path'>): readonly unknown[] => {
  const value = fieldAt(context.file, path);
  return Array.isArray(value) ? value : [];
};

/** A new entry with an id that no other has: ids only tie files together, nobody reads them. */
function newEntry({ context, path, element: schema }: List): unknown {
  const entry = blankOf(schema);
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return entry;
  const taken = new Set(entriesOf({ context, path }).map((one) => (one as { id?: unknown }).id));
  let number = taken.size + 1;
  while (taken.has(`renyuan-${number}`)) number += 1;
  return { ...entry, id: `renyuan-${number}` };
}

function change(list: List, next: readonly unknown[]): void {
  setField(list.context.file, list.path, next);
  list.context.changed();
}

function moved(list: List, from: number, to: number): void {
  const entries = [...entriesOf(list)];
  entries.splice(to, 0, ...entries.splice(from, 1));
  change(list, entries);
  list.redraw({ at: to, part: to < from ? 'up' : 'down' });
  list.context.say(`已移到第${to + 1}项`);
}

function moves(list: List, at: number, called: string): HTMLElement {
  const last = entriesOf(list).length - 1;
  const button = (words: string, part: string, dead: boolean, act: () => void) => {
    const made = element(
      'button',
      { type: 'button', class: 'quiet', 'data-part': part, 'aria-label': `${words}：${called}` },
      [words],
    );
    made.disabled = dead;
    made.addEventListener('click', act);
    return made;
  };
  const remove = () => {
    change(
      list,
      entriesOf(list).filter((_, index) => index !== at),
    );
    list.redraw({ at: -1, part: 'add' });
    list.context.say(`已删除${called}`);
  };
  return element('div', { class: 'moves' }, [
    ...(last > 0
      ? [
          button('上移', 'up', at === 0, () => moved(list, at, at - 1)),
          button('下移', 'down', at === last, () => moved(list, at, at + 1)),
        ]
      : []),
    button('删除', 'remove', false, remove),
  ]);
}

function entryOf(list: List, at: number, open: boolean): HTMLElement {
  const { context, path, element: schema } = list;
  const title = oneOf(list.schema);
  const name = entryName(context, schema, entriesOf(list)[at]);
  const called = `${title}${at + 1}${name ? ` ${name}` : ''}`;
  const shape = shapeOf(schema);
  const field = context.field([...path, at], schema);
  if (shape.as !== 'group') {
    field.querySelector('label')?.replaceChildren(called);
    return element('li', { class: 'entry row' }, [field, moves(list, at, called)]);
  }
  if (Object.keys(shape.fields).length < FOLDED_FROM)
    return element('li', { class: 'entry' }, [
      element('fieldset', {}, [element('legend', {}, [called]), field, moves(list, at, called)]),
    ]);
  const folded = element('details', {}, [element('summary', {}, [called]), field, moves(list, at, called)]);
  folded.open = open;
  return element('li', { class: 'entry' }, [folded]);
}

function focusIn(box: HTMLElement, at: number, part: string): void {
  const entry = at < 0 ? box : box.querySelectorAll<HTMLElement>(':scope > ol > li')[at];
  const wanted = part === 'first' ? 'input, select, textarea' : `[data-part="${part}"]:not(:disabled)`;
  const found =
    entry?.querySelector<HTMLElement>(wanted) ??
    entry?.querySelector<HTMLElement>('[data-part]:not(:disabled)');
  found?.focus();
}

export function listField(
  context: FormContext,
  path: Path,
  schema: z.ZodType,
  inner: z.ZodType,
): HTMLElement {
  const title = titleOf(schema);
  const box = element('fieldset', { class: 'field list', id: idOf(context, path) });
  const draw = (opened: number) => {
    const list: List = {
      context,
      path,
      schema,
      element: inner,
      redraw: ({ at, part }) => {
        draw(part === 'add' ? -1 : at);
        focusIn(box, at, part);
      },
    };
    const entries = entriesOf(list);
    const add = element('button', { type: 'button', class: 'add', 'data-part': 'add' }, [
      `添加${oneOf(schema)}`,
    ]);
    add.addEventListener('click', () => {
      change(list, [...entriesOf(list), newEntry(list)]);
      list.redraw({ at: entries.length, part: 'first' });
    });
    const wrong = wrongPlace(context, path);
    const items = entries.map((_, at) => entryOf(list, at, at === opened));
    box.replaceChildren(
      element('legend', {}, [title]),
      entries.length
        ? element('ol', { class: 'bare entries' }, items)
        : element('p', { class: 'soft' }, ['还没有写。']),
      add,
      wrong,
    );
    register(context, { path, box, inputs: [add], wrong });
  };
  draw(-1);
  return box;
}
