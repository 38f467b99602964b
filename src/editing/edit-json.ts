/** Changes to JSON text that leave every other character as its author wrote it. */
import { findNodeAtLocation, parseTree, type JSONPath, type Node } from 'jsonc-parser';

/** The value at a path; undefined where there is none. */
export function childAt(text: string, path: JSONPath): Node | undefined {
  const root = parseTree(text);
  return root && findNodeAtLocation(root, path);
}

export const has = (text: string, path: JSONPath): boolean => childAt(text, path) !== undefined;

const eolOf = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n');

function need(text: string, path: JSONPath): Node {
  const node = childAt(text, path);
  if (!node) throw new Error(`no value at ${path.join('.')}`);
  return node;
}

/** The white space before a node that begins a line; undefined where others stand before it on the line. */
export function indentOf(text: string, node: Node): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', node.offset - 1) + 1, node.offset);
  return /^\s*$/.test(before) ? before : undefined;
}

interface Manner {
  /** Spread over lines, each after this white space; on one line when undefined. */
  readonly indent: string | undefined;
  readonly eol: string;
  /** `{"a": 1}` in place of `{ "a": 1 }`. */
  readonly tight?: boolean;
}

const isContainer = (value: unknown) => typeof value === 'object' && value !== null;

/** A value on one line, blanks after `:` and `,`, and within braces unless tight. */
function onOneLine(value: unknown, tight: boolean): string {
  if (!isContainer(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((one) => onOneLine(one, tight)).join(', ')}]`;
  const fields = Object.entries(value as object).map(
    ([key, one]) => `${JSON.stringify(key)}: ${onOneLine(one, tight)}`,
  );
  const body = fields.join(', ');
  return fields.length === 0 ? '{}' : tight ? `{${body}}` : `{ ${body} }`;
}

/** A value as its neighbours are written; lists of plain values stay on one line. */
export function written(value: unknown, { indent, eol, tight = false }: Manner): string {
  const flat = Array.isArray(value) && !value.some(isContainer);
  if (indent === undefined || flat || !isContainer(value)) return onOneLine(value, tight);
  const inner = `${indent}  `;
  const list = Array.isArray(value);
  const parts = list
    ? value.map((one) => written(one, { indent: inner, eol, tight }))
    : Object.entries(value as object).map(
        ([key, one]) => `${JSON.stringify(key)}: ${written(one, { indent: inner, eol, tight })}`,
      );
  const [open, close] = list ? '[]' : '{}';
  if (parts.length === 0) return `${open}${close}`;
  return `${open}${eol}${parts.map((part) => inner + part).join(`,${eol}`)}${eol}${indent}${close}`;
}

/** Puts a value in the place of the one at a path. */
export function replaceValue(text: string, path: JSONPath, value: unknown): string {
  const node = need(text, path);
  const line = indentOfLine(text, node.offset);
  const spread = Array.isArray(value) && value.some(isContainer);
  const body = written(value, { indent: spread ? line : undefined, eol: eolOf(text) });
  return text.slice(0, node.offset) + body + text.slice(node.offset + node.length);
}

const indentOfLine = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';

/** Adds a field to the object at a path: before the field named, else at the end. */
export function addField(text: string, path: JSONPath, key: string, value: unknown, before?: string): string {
  const parent = need(text, path);
  const fields = parent.children ?? [];
  const last = fields.at(-1);
  const eol = eolOf(text);
  const name = JSON.stringify(key);
  if (!last) {
    const body = `{ ${name}: ${written(value, { indent: undefined, eol })} }`;
    return text.slice(0, parent.offset) + body + text.slice(parent.offset + parent.length);
  }
  const anchor = fields.find((field) => field.children?.[0]?.value === before);
  const indent = indentOf(text, anchor ?? last);
  const tight = /^\{"/.test(text.slice(parent.offset, parent.offset + 2));
  const gap = indent === undefined ? ' ' : `${eol}${indent}`;
  const added = `${name}: ${written(value, { indent, eol, tight })}`;
  const at = anchor ? anchor.offset : last.offset + last.length;
  return text.slice(0, at) + (anchor ? `${added},${gap}` : `,${gap}${added}`) + text.slice(at);
}

/** Takes out the field or list element at a path, with its comma and the line it leaves empty. */
export function removeChild(text: string, path: JSONPath): string {
  const value = need(text, path);
  const node = value.parent?.type === 'property' ? value.parent : value;
  const siblings = node.parent?.children ?? [];
  const at = siblings.indexOf(node);
  const next = siblings[at + 1];
  const previous = siblings[at - 1];
  if (next) return text.slice(0, node.offset) + text.slice(next.offset);
  const end = node.offset + node.length;
  if (previous) return text.slice(0, previous.offset + previous.length) + text.slice(end);
  const { offset = 0, length = 0 } = node.parent ?? {};
  return `${text.slice(0, offset + 1)}${text.slice(offset + length - 1)}`;
}
