/** A JSON text made to say something else, with as few characters changed as can be. */
import { parse, type JSONPath, type Node } from 'jsonc-parser';
import { alike } from '../domain/changes.ts';
import { addField, childAt, indentOf, removeChild, replaceValue, written } from './edit-json.ts';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The text of `after`, made from `text` by changing only what differs: key order, spaces and line ends stay as the
 * author wrote them. A new field stands before the first field that follows it in `after`. Fields that are
 * `undefined` count as absent. `text` must be valid JSON.
 */
export function patchJson(text: string, after: unknown): string {
  return patchAt(text, [], parse(text) as unknown, JSON.parse(JSON.stringify(after)) as unknown);
}

function patchAt(text: string, path: JSONPath, before: unknown, after: unknown): string {
  if (alike(before, after)) return text;
  if (isObject(before) && isObject(after)) return patchObject(text, path, before, after);
  if (Array.isArray(before) && Array.isArray(after)) return patchList(text, path, before, after);
  return replaceValue(text, path, after);
}

function patchObject(text: string, path: JSONPath, before: Fields, after: Fields): string {
  let result = text;
  for (const key of Object.keys(before))
    if (!Object.hasOwn(after, key)) result = removeChild(result, [...path, key]);
  const order = Object.keys(after);
  // From the last to the first, so that the field that a new one stands before is there already.
  for (const [at, key] of [...order.entries()].reverse()) {
    if (Object.hasOwn(before, key)) result = patchAt(result, [...path, key], before[key], after[key]);
    else result = addField(result, path, key, after[key], order.at(at + 1));
  }
  return result;
}

/** Which element of the old list each element of the new one continues: the same one, else the one in its gap. */
function matchLists(before: readonly unknown[], after: readonly unknown[]): (number | undefined)[] {
  let start = 0;
  while (start < Math.min(before.length, after.length) && alike(before[start], after[start])) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && alike(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const [oldMiddle, newMiddle] = [before.length - start - end, after.length - start - end];
  const middle =
    oldMiddle === newMiddle
      ? Array.from({ length: newMiddle }, (_, at) => start + at)
      : matchEqual(before, after.slice(start, start + newMiddle), start, start + oldMiddle);
  return [
    ...Array.from({ length: start }, (_, at) => at),
    ...middle,
    ...Array.from({ length: end }, (_, at) => before.length - end + at),
  ];
}

const idOf = (value: unknown) => (isObject(value) ? value['id'] : undefined);

/** In order, each new element with the next old one that is the same or carries the same id. */
function matchEqual(before: readonly unknown[], wanted: readonly unknown[], from: number, to: number) {
  let next = from;
  return wanted.map((one) => {
    const found = before.findIndex((old, at) => {
      const sameId = idOf(one) !== undefined && idOf(one) === idOf(old);
      return at >= next && at < to && (sameId || alike(old, one));
    });
    if (found < 0) return undefined;
    next = found + 1;
    return found;
  });
}

function patchList(
  text: string,
  path: JSONPath,
  before: readonly unknown[],
  after: readonly unknown[],
): string {
  if (before.length === 0 || after.length === 0) return replaceValue(text, path, after);
  const matches = matchLists(before, after);
  if (!matches.some((match) => match !== undefined)) return replaceList(text, path, after);
  let result = text;
  for (let at = before.length - 1; at >= 0; at -= 1)
    if (!matches.includes(at)) result = removeChild(result, [...path, at]);
  const kept = matches.filter((match) => match !== undefined);
  let place = 0;
  for (const [at, match] of matches.entries()) {
    if (match === undefined) result = insertElement(result, path, at, after[at]);
    else result = patchAt(result, [...path, at], before[kept[place++] ?? 0], after[at]);
  }
  return result;
}

/** A list of which nothing is left keeps the manner of its first element. */
function replaceList(text: string, path: JSONPath, after: readonly unknown[]): string {
  const list = childAt(text, path);
  const first = list?.children?.[0];
  if (!list || !first) return replaceValue(text, path, after);
  const [head, ...rest] = after.map((one) => elementLike(text, first, one));
  const gap = gapBefore(text, first);
  const body = [head, ...rest].join(`,${gap}`);
  const last = list.children?.at(-1) ?? first;
  return text.slice(0, first.offset) + body + text.slice(last.offset + last.length);
}

/** The space between two elements: that before an element on a line of its own, else one blank. */
function gapBefore(text: string, first: Node): string {
  const indent = indentOf(text, first);
  return indent === undefined ? ' ' : `${text.includes('\r\n') ? '\r\n' : '\n'}${indent}`;
}

function elementLike(text: string, neighbour: Node, value: unknown): string {
  const like = text.slice(neighbour.offset, neighbour.offset + neighbour.length);
  const indent = /[\n]/.test(like) ? (indentOf(text, neighbour) ?? '') : undefined;
  return written(value, { indent, eol: text.includes('\r\n') ? '\r\n' : '\n', tight: /^\{"/.test(like) });
}

function insertElement(text: string, path: JSONPath, at: number, value: unknown): string {
  const list = childAt(text, path);
  const children = list?.children ?? [];
  const next = children[at];
  const neighbour = next ?? children.at(-1);
  if (!list || !neighbour) return replaceValue(text, path, [value]);
  const gap = gapBefore(text, neighbour);
  const added = elementLike(text, neighbour, value);
  if (next) return text.slice(0, next.offset) + `${added},${gap}` + text.slice(next.offset);
  const end = neighbour.offset + neighbour.length;
  return `${text.slice(0, end)},${gap}${added}${text.slice(end)}`;
}
