/** Fields with one value: texts, dates, numbers, choices. */
import type { z } from 'zod';
import { toHalfWidth } from '../../../domain/phones.ts';
import type { FieldFormat } from '../../../schemas/field.ts';
import type { Path } from '../../../schemas/walk.ts';
import { element } from '../../element.ts';
import { fieldAt, setField } from '../office-files.ts';
import { isOptional, type Choices } from '../shape.ts';
import { colleagues } from './colleagues.ts';
import type { FormContext } from './context.ts';
import { framed, grouped } from './frame.ts';

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

const put = (context: FormContext, path: Path, value: unknown) => {
  setField(context.file, path, value);
  context.changed();
};

/** What the browser can help with, by what is asked for; older ones show a plain field. */
const INPUTS: Partial<Record<FieldFormat, Readonly<Record<string, string>>>> = {
  date: { type: 'date', min: '2000-01-01', max: '2199-12-31' },
  month: { type: 'month', min: '2000-01' },
  time: { type: 'time' },
  phone: { type: 'text', inputmode: 'tel', autocomplete: 'off' },
};

/** Stands in the form for a date that is typed only in part, so that the check tells of it. */
const HALF_TYPED = '没有填完整';

/** A date that is nearly always today. */
function todayButton(context: FormContext, path: Path, input: HTMLInputElement): HTMLElement {
  const button = element('button', { type: 'button', class: 'quiet' }, ['今天']);
  button.addEventListener('click', () => {
    input.value = context.today;
    put(context, path, context.today);
    context.left(path);
  });
  return button;
}

export function textField(
  context: FormContext,
  path: Path,
  schema: z.ZodType,
  asks: FieldFormat | undefined,
  long: boolean,
): HTMLElement {
  const helped = asks && INPUTS[asks];
  const input = long
    ? element('textarea', { rows: '3' })
    : element('input', { type: 'text', autocomplete: 'off', ...helped });
  input.value = asText(fieldAt(context.file, path));
  input.addEventListener('input', () => {
    const half = input instanceof HTMLInputElement && input.validity.badInput;
    put(context, path, half ? HALF_TYPED : input.value.replace(/[\r\n]+/g, ''));
  });
  const recent = input instanceof HTMLInputElement && path.at(-1) === 'verifiedOn';
  const beside = recent ? [todayButton(context, path, input)] : [];
  return framed(context, path, schema, { input, example: !helped || asks === 'phone', beside });
}

/** Digits as a number; anything else stays as it was typed, so that the check can tell what is wrong. */
function numberOf(text: string): unknown {
  const half = toHalfWidth(text).trim();
  if (half === '') return undefined;
  return /^-?\d+(?:\.\d+)?$/.test(half) ? Number(half) : text.trim();
}

export function numberField(context: FormContext, path: Path, schema: z.ZodType): HTMLElement {
  const input = element('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'short' });
  input.value = asText(fieldAt(context.file, path));
  input.addEventListener('input', () => put(context, path, numberOf(input.value)));
  return framed(context, path, schema, { input, example: false });
}

const NOTHING = '（不写）';
const CHOOSE = '请选择';
/** In place of the id of somebody who is no longer there. */
const GONE = '（已不在人员名单里的人）';

/** A list to choose from; what stands in the file stays visible. Of people, the one that the entry is about is left out. */
export function choiceField(
  context: FormContext,
  path: Path,
  schema: z.ZodType,
  choices: Choices,
  asks?: FieldFormat,
): HTMLElement {
  const input = element('select');
  const draw = () => {
    const value = fieldAt(context.file, path);
    const offered = asks === 'person' ? colleagues(context.file.value, path, choices) : choices;
    const isOdd = typeof value === 'string' && value !== '' && !offered.some(([one]) => one === value);
    const odd = isOdd ? [[value, asks === 'person' ? GONE : value] as const] : [];
    const options = [['', isOptional(schema) ? NOTHING : CHOOSE] as const, ...offered, ...odd];
    input.replaceChildren(
      ...options.map(([one, words]) => element('option', { value: String(one) }, [words])),
    );
    input.value = asText(value);
  };
  draw();
  // Whom the entry is about may have changed since.
  if (asks === 'person') input.addEventListener('focus', draw);
  input.addEventListener('change', () => {
    put(
      context,
      path,
      choices.find(([one]) => String(one) === input.value)?.[0] ?? (input.value || undefined),
    );
    context.left(path);
  });
  return framed(context, path, schema, { input, example: false });
}

export function yesNoField(context: FormContext, path: Path, schema: z.ZodType): HTMLElement {
  const words: Choices = [
    ['true', '是'],
    ['false', '否'],
  ];
  const input = element(
    'select',
    { class: 'short' },
    [['', isOptional(schema) ? NOTHING : CHOOSE] as const, ...words].map(([one, text]) =>
      element('option', { value: String(one) }, [text]),
    ),
  );
  input.value = asText(fieldAt(context.file, path));
  input.addEventListener('change', () =>
    put(context, path, input.value === '' ? undefined : input.value === 'true'),
  );
  return framed(context, path, schema, { input, example: false });
}

/** Several of a few: ticked, and kept in the order in which they are offered. */
export function severalField(
  context: FormContext,
  path: Path,
  schema: z.ZodType,
  choices: Choices,
): HTMLElement {
  const chosen = fieldAt(context.file, path);
  const boxes = choices.map(([value, words]) => {
    const input = element('input', { type: 'checkbox', value: String(value) });
    input.checked = Array.isArray(chosen) && chosen.includes(value);
    return { value, input, label: element('label', { class: 'tick' }, [input, words]) };
  });
  const content = element(
    'div',
    { class: 'ticks' },
    boxes.map(({ label }) => label),
  );
  content.addEventListener('change', () =>
    put(
      context,
      path,
      boxes.filter(({ input }) => input.checked).map(({ value }) => value),
    ),
  );
  return grouped(
    context,
    path,
    schema,
    boxes.map(({ input }) => input),
    content,
  );
}
