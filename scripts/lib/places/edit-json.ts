/** Changes to JSON text that leave every other character as its author wrote it. */
import { findNodeAtLocation, parseTree, type JSONPath, type Node } from 'jsonc-parser';

const nodeAt = (text: string, path: JSONPath): Node | undefined => {
  const root = parseTree(text);
  return root && findNodeAtLocation(root, path);
};

export const has = (text: string, path: JSONPath): boolean => nodeAt(text, path) !== undefined;

/** Puts a text or number in the place of the one at a path. */
export function replaceValue(text: string, path: JSONPath, value: string | number): string {
  const node = nodeAt(text, path);
  if (!node) throw new Error(`no value at ${path.join('.')}`);
  return text.slice(0, node.offset) + JSON.stringify(value) + text.slice(node.offset + node.length);
}

/** The white space before a field that stands on a line of its own; undefined where fields share a line. */
function indentOf(text: string, field: Node): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', field.offset) + 1, field.offset);
  return /^\s*$/.test(before) ? before : undefined;
}

/** A field as its neighbours are written: over several lines, or on one. */
function written(key: string, value: object | string, indent: string | undefined, eol: string): string {
  const lines = JSON.stringify(value, null, 2);
  const body =
    indent === undefined ? lines.replace(/\n\s*/g, ' ') : lines.replaceAll('\n', `${eol}${indent}`);
  return `${JSON.stringify(key)}: ${body}`;
}

/** Adds a field to the object at a path: before the field named, else at the end. */
export function addField(
  text: string,
  path: JSONPath,
  key: string,
  value: object | string,
  before?: string,
): string {
  const parent = nodeAt(text, path);
  if (!parent) throw new Error(`no object at ${path.join('.')}`);
  const fields = parent.children ?? [];
  const last = fields.at(-1);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (!last)
    return `${text.slice(0, parent.offset)}{ ${written(key, value, undefined, eol)} }${text.slice(parent.offset + parent.length)}`;
  const anchor = fields.find((field) => field.children?.[0]?.value === before);
  const indent = indentOf(text, anchor ?? last);
  const gap = indent === undefined ? ' ' : `${eol}${indent}`;
  const added = written(key, value, indent, eol);
  const at = anchor ? anchor.offset : last.offset + last.length;
  return text.slice(0, at) + (anchor ? `${added},${gap}` : `,${gap}${added}`) + text.slice(at);
}
