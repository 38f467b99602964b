import type { z } from 'zod';
import { hintOf } from '../../../schemas/field.ts';
import type { Path } from '../../../schemas/walk.ts';
import { element } from '../../element.ts';
import { isOptional, titleOf } from '../shape.ts';
import { idOf, register, type FormContext } from './context.ts';

/** The place below a field where its fault is told; empty and hidden until there is one. */
export function wrongPlace(context: FormContext, path: Path): HTMLElement {
  return element('p', { class: 'wrong', id: idOf(context, path, 'wrong'), hidden: '' });
}

/** An example worth showing: one that a person would type, not one in the notation of a file. */
function exampleOf(schema: z.ZodType): string | undefined {
  const example = hintOf(schema)?.example;
  return example === undefined || /^[[{]|^(?:true|false)$/.test(example) ? undefined : example;
}

interface Framed {
  readonly input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  /** Whether the example is shown: a choice or a date needs none. */
  readonly example: boolean;
  /** Stands behind the input. */
  readonly beside?: readonly HTMLElement[];
}

const needed = (schema: z.ZodType) =>
  isOptional(schema) ? [] : [element('span', { class: 'needed' }, ['（必填）'])];

/** A labelled field: name, example, input, and the place for what is wrong. */
export function framed(
  context: FormContext,
  path: Path,
  schema: z.ZodType,
  { input, example, beside = [] }: Framed,
): HTMLElement {
  const id = idOf(context, path);
  const shown = example ? exampleOf(schema) : undefined;
  const hint =
    shown === undefined ? [] : [element('p', { class: 'hint', id: `${id}-hint` }, [`例如 ${shown}`])];
  const wrong = wrongPlace(context, path);
  input.id = id;
  if (hint.length) input.setAttribute('aria-describedby', `${id}-hint`);
  input.addEventListener('blur', () => context.left(path));
  const box = element('div', { class: 'field' }, [
    element('label', { for: id }, [titleOf(schema), ...needed(schema)]),
    beside.length ? element('div', { class: 'beside' }, [input, ...beside]) : input,
    ...hint,
    wrong,
  ]);
  register(context, { path, box, inputs: [input], wrong });
  return box;
}

/** Several inputs under one name. */
export function grouped(
  context: FormContext,
  path: Path,
  schema: z.ZodType,
  inputs: readonly HTMLElement[],
  content: HTMLElement,
): HTMLElement {
  const wrong = wrongPlace(context, path);
  const box = element('fieldset', { class: 'field several' }, [
    element('legend', {}, [titleOf(schema), ...needed(schema)]),
    content,
    wrong,
  ]);
  box.addEventListener('focusout', () => context.left(path));
  register(context, { path, box, inputs, wrong });
  return box;
}
