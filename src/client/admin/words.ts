/** Values and places of a file in the words of the page. */
import type { z } from 'zod';
import type { Change } from '../../domain/changes.ts';
import { daysInWords } from '../../domain/hours.ts';
import { inWords, isDate } from '../../domain/dates.ts';
import { hintOf, type FieldFormat } from '../../schemas/field.ts';
import { fieldsOf, schemaAt, stepInto, valueAt, type Path } from '../../schemas/walk.ts';
import { choicesOf, shapeOf, titleOf } from './shape.ts';

/** What ids stand for: of people, services, offices, divisions. */
export type Naming = (asks: FieldFormat | undefined, id: string) => string | undefined;

const UNKNOWN = '待公开';
const MOST = 200;

/** A value as a reader would see it. */
function valueInWords(schema: z.ZodType | undefined, value: unknown, naming: Naming): string {
  if (value === undefined || value === '') return UNKNOWN;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return textInWords(schema, value, naming);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return listInWords(schema, value, naming);
  const parts = Object.entries(value).map(([key, part]) => {
    const field = schema && fieldsOf(schema, value)[key];
    return key === 'id' ? '' : `${(field && titleOf(field)) || key}：${valueInWords(field, part, naming)}`;
  });
  return parts.filter(Boolean).join('；').slice(0, MOST);
}

function textInWords(schema: z.ZodType | undefined, text: string, naming: Naming): string {
  const hint = schema && hintOf(schema);
  return hint?.choices?.[text] ?? naming(hint?.asks, text) ?? (isDate(text) ? inWords(text) : text);
}

function listInWords(schema: z.ZodType | undefined, list: readonly unknown[], naming: Naming): string {
  const element = schema && stepInto(schema, 0, list);
  if (list.length === 0) return '没有';
  const days = element && hintOf(element)?.choices?.[1] === '周一';
  if (days && list.every((one) => typeof one === 'number')) return daysInWords(list);
  return list
    .map((one) => valueInWords(element, one, naming))
    .join(typeof list[0] === 'object' ? '／' : '、')
    .slice(0, MOST);
}

/** Where a field stands, in the page's words: `电话2 · 用途`, `人员 · 示例甲 · 办公电话`. */
export function placeInWords(schema: z.ZodType, path: Path, value: unknown, naming: Naming): string {
  let title = '';
  const parts = path.map((key, depth) => {
    const own = schemaAt(schema, path.slice(0, depth + 1), value);
    if (typeof key === 'number') return entryName(path.slice(0, depth + 1), value, title, naming);
    title = (own && titleOf(own)) || key;
    return typeof path[depth + 1] === 'number' && own && shapeOf(own).as === 'list' ? '' : title;
  });
  return parts.filter((part, at) => part && part !== parts[at - 1]).join(' · ');
}

/** An entry of a list: by its name, or by person and date, where it has one; else by its number. */
function entryName(path: Path, value: unknown, title: string, naming: Naming): string {
  const entry = valueAt(value, path);
  const text = (key: string) => {
    const one = valueAt(entry, [key]);
    return typeof one === 'string' && one !== '' ? one : undefined;
  };
  const [person, date] = [text('person'), text('date')];
  const who = person === undefined ? undefined : (naming('person', person) ?? person);
  const named = text('name') ?? text('month') ?? text('post') ?? who;
  const when = date !== undefined && isDate(date) ? inWords(date) : date;
  const words = [named, when].filter((one) => one !== undefined);
  return words.length ? `${title} · ${words.join(' ')}` : `${title}${Number(path.at(-1)) + 1}`;
}

/** A change as the reader of the page will notice it. */
export interface ToldChange {
  readonly where: string;
  readonly before: string;
  readonly after: string;
}

const GONE = '（删除）';
const NEW = '（没有）';

/** The changes of a file, told before they are sent. */
export function tellChanges(
  schema: z.ZodType,
  before: unknown,
  after: unknown,
  changes: readonly Change[],
  naming: Naming,
): ToldChange[] {
  return changes.map((change) => {
    const inOld = change.does === 'remove' || (change.does === 'set' && change.path.length > 0);
    const whole = inOld ? before : after;
    const at = schemaAt(schema, change.path, whole);
    const isEntry = typeof change.path.at(-1) === 'number' || !at || choicesOf(at) === undefined;
    const words = (value: unknown) => valueInWords(at, value, naming);
    return {
      where: placeInWords(schema, change.path, whole, naming),
      before:
        change.does === 'insert'
          ? typeof change.path.at(-1) === 'number' && isEntry
            ? NEW
            : UNKNOWN
          : words(change.before),
      after:
        change.does === 'remove'
          ? typeof change.path.at(-1) === 'number'
            ? GONE
            : UNKNOWN
          : words(change.after),
    };
  });
}
