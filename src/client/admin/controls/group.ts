/** Fields that belong together, and those that depend on a choice. */
import type { z } from 'zod';
import { hintOf } from '../../../schemas/field.ts';
import { fieldsOf, valueAt, type Path } from '../../../schemas/walk.ts';
import { element } from '../../element.ts';
import { KEPT_FIELDS } from '../forms.ts';
import { fieldAt, setField } from '../office-files.ts';
import { isOptional, shapeOf, titleOf, type Choices } from '../shape.ts';
import { blankOf } from '../values.ts';
import { idOf, register, type FormContext } from './context.ts';
import { wrongPlace } from './frame.ts';

/** The path without the numbers of entries: `people.id`. */
const plainPath = (path: Path) => path.filter((key) => typeof key === 'string').join('.');

/** The controls of a group's fields, one below the other. */
const fieldsIn = (
  context: FormContext,
  path: Path,
  fields: Readonly<Record<string, z.ZodType>>,
): HTMLElement[] =>
  Object.entries(fields)
    .filter(([key, schema]) => !KEPT_FIELDS.has(plainPath([...path, key])) && shapeOf(schema).as !== 'fixed')
    .map(([key, schema]) => context.field([...path, key], schema));

/** A group that may be absent is written only when asked for. */
function absentGroup(context: FormContext, path: Path, schema: z.ZodType, redraw: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'add' }, [`填写${titleOf(schema)}`]);
  button.addEventListener('click', () => {
    setField(context.file, path, blankOf(schema));
    context.changed();
    redraw();
  });
  return button;
}

function takeOut(context: FormContext, path: Path, schema: z.ZodType, redraw: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'quiet' }, [`不写${titleOf(schema)}`]);
  button.addEventListener('click', () => {
    setField(context.file, path, undefined);
    context.changed();
    redraw();
    context.say(`已去掉${titleOf(schema)}`);
  });
  return button;
}

/** Below 来源与核实 the title says of what: standing alone, it must say both. */
const titleIn = (path: Path, schema: z.ZodType) =>
  path[0] === 'provenance' && path.length === 2 ? `${titleOf(schema)}的来源与核实` : titleOf(schema);

export function groupField(context: FormContext, path: Path, schema: z.ZodType): HTMLElement {
  const title = titleIn(path, schema);
  const inEntry = typeof path.at(-1) === 'number';
  const box = element(inEntry || !title ? 'div' : 'fieldset', { class: 'group', id: idOf(context, path) });
  const draw = () => {
    const redraw = () => {
      draw();
      box.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    };
    const absent = isOptional(schema) && fieldAt(context.file, path) === undefined && !isPlain(schema);
    const wrong = wrongPlace(context, path);
    const content = absent
      ? [absentGroup(context, path, schema, redraw)]
      : fieldsIn(context, path, fieldsOf(schema, fieldAt(context.file, path)));
    const out =
      !absent && isOptional(schema) && !isPlain(schema) ? [takeOut(context, path, schema, redraw)] : [];
    box.replaceChildren(
      ...(inEntry || !title ? [] : [element('legend', {}, [title])]),
      ...content,
      ...out,
      wrong,
    );
    register(context, { path, box, inputs: [], wrong });
  };
  draw();
  return box;
}

/** A group of nothing but single values is simply there, to be filled in or left empty. */
function isPlain(schema: z.ZodType): boolean {
  const fields = Object.values(fieldsOf(schema, undefined));
  return fields.every((field) => !['list', 'group', 'variant'].includes(shapeOf(field).as));
}

/** A choice that decides which further fields there are. */
export function variantField(
  context: FormContext,
  path: Path,
  schema: z.ZodType,
  key: string,
  choices: Choices,
): HTMLElement {
  const box = element('fieldset', { class: 'group', id: idOf(context, path) });
  const draw = () => {
    const value = fieldAt(context.file, path);
    const state = valueAt(value, [key]);
    const input = element(
      'select',
      {},
      choices.map(([one, words]) => element('option', { value: String(one) }, [words])),
    );
    input.value = typeof state === 'string' ? state : '';
    input.addEventListener('change', () => {
      setField(context.file, path, { [key]: input.value });
      context.changed();
      draw();
      box.querySelector<HTMLElement>('select')?.focus();
    });
    const wrong = wrongPlace(context, path);
    box.replaceChildren(
      element('legend', { class: 'hidden' }, [titleOf(schema)]),
      framedChoice(context, [...path, key], input, hintOf(schema)?.title ?? ''),
      ...fieldsIn(context, path, fieldsOf(schema, value)),
      wrong,
    );
    register(context, { path, box, inputs: [input], wrong });
  };
  draw();
  return box;
}

function framedChoice(
  context: FormContext,
  path: Path,
  input: HTMLSelectElement,
  title: string,
): HTMLElement {
  const id = idOf(context, path);
  input.id = id;
  const wrong = wrongPlace(context, path);
  const box = element('div', { class: 'field' }, [element('label', { for: id }, [title]), input, wrong]);
  register(context, { path, box, inputs: [input], wrong });
  return box;
}
