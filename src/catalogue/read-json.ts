import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Path } from '../schemas/walk.ts';
import type { Locate } from './entry.ts';
import { fixJson } from './fix-json.ts';
import { positionsOf } from './position.ts';
import { fault, plainFaults, wideFaults, type SyntaxFault } from './json-faults.ts';

export interface Parsed {
  /** False when the values cannot be told; then `value` is undefined. */
  readonly understood: boolean;
  readonly value: unknown;
  readonly locate: Locate;
  readonly faults: readonly SyntaxFault[];
}

const MAX_NESTING = 40;

/** After these the parser still sees every value that the author wrote. */
const HARMLESS = new Set(['InvalidCommentToken', 'CommaExpected']);

/** Reads strict JSON; every fault with its place, and the values wherever they can be told. */
export function readJson(text: string): Parsed {
  if (nesting(text) > MAX_NESTING)
    return { ...NOTHING, faults: [{ ...fault('嵌套太深', '照着同类文件的样子重写'), line: 1, column: 1 }] };
  return readFaultless(text) ?? readWithFaults(text);
}

const NOTHING = { understood: false, value: undefined, locate: () => undefined };

/** What the engine itself reads, a tenth of the time; undefined where there is anything to tell. Places are worked out when somebody asks. */
function readFaultless(text: string): Parsed | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  // A name that stands twice leaves fewer fields than were written.
  if (fieldsOf(value) !== writtenFields(text)) return undefined;
  let locate: Locate | undefined;
  return {
    understood: true,
    value,
    locate: (path) => (locate ??= readWithFaults(text).locate)(path),
    faults: [],
  };
}

function fieldsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const values: unknown[] = Object.values(value);
  let fields = Array.isArray(value) ? 0 : values.length;
  for (const one of values) fields += fieldsOf(one);
  return fields;
}

/** The names in JSON without a fault: what stands in quotes before a colon. */
const writtenFields = (text: string) =>
  text.match(/"(?:[^"\\]|\\.)*"\s*:?/g)?.filter((one) => one.endsWith(':')).length ?? 0;

function readWithFaults(text: string): Parsed {
  const position = positionsOf(text);
  const { text: plain, fixed } = fixJson(text);
  const errors: ParseError[] = [];
  const tree = parseTree(plain, errors, { disallowComments: true, allowTrailingComma: false });
  const strict = isTrailingOnly(plain, errors);
  if (!text.trim()) return { ...NOTHING, faults: [emptyFault(text)] };
  const faults = [...wideFaults(text, fixed, position), ...plainFaults(plain, errors, position)];
  if (!tree || !strict) return { ...NOTHING, faults: faults.length ? faults : [emptyFault(text)] };
  const duplicates: SyntaxFault[] = [];
  const value = toValue(tree, (node, first) =>
    duplicates.push({
      kind: 'duplicateKey',
      ...doubled(node, position(first.offset).line),
      ...position(node.offset),
    }),
  );
  const find = finderIn(tree);
  const locate = (path: Path) => position(find(path).offset);
  return { understood: true, value, locate, faults: [...faults, ...duplicates] };
}

const emptyFault = (text: string): SyntaxFault => ({
  ...fault(text.trim() ? '不是 JSON' : '文件是空的', '照着同类文件写，最外层是 { }'),
  line: 1,
  column: 1,
});

const doubled = (node: Node, line: number) => ({
  message: `“${String(node.value)}”写了两次，第一次在第 ${line} 行`,
  remedy: '只保留正确的一个',
});

/** True when every error leaves the values readable: comments, missing commas, one comma too many at an end. */
function isTrailingOnly(text: string, errors: readonly ParseError[]): boolean {
  const trailing = (error: ParseError) =>
    /[}\]]/.test(text[error.offset] ?? '') && hasCommaBefore(text, error);
  return errors.every((error) => HARMLESS.has(printParseErrorCode(error.error)) || trailing(error));
}

const hasCommaBefore = (text: string, error: ParseError) =>
  text.slice(0, error.offset).trimEnd().endsWith(',');

function nesting(text: string): number {
  let deepest = 0;
  let depth = 0;
  for (const char of text) {
    if (char === '{' || char === '[') deepest = Math.max(deepest, (depth += 1));
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}

function toValue(node: Node, onDuplicate: (key: Node, first: Node) => void): unknown {
  if (node.type === 'array') return (node.children ?? []).map((child) => toValue(child, onDuplicate));
  if (node.type !== 'object') return node.value as unknown;
  const keys = new Map<string, Node>();
  const object: Record<string, unknown> = {};
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (!key || !value) continue;
    const name = String(key.value);
    const first = keys.get(name);
    if (first) onDuplicate(key, first);
    else keys.set(name, key);
    // Not an assignment: a key named __proto__ must stay an ordinary key.
    Object.defineProperty(object, name, {
      value: toValue(value, onDuplicate),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return object;
}

/** Finds the key of the field at a path, or the list element; of what is not there, the nearest parent. */
function finderIn(tree: Node): (path: Path) => Node {
  const known = new WeakMap<Node, ReadonlyMap<unknown, Node>>();
  const fieldsOf = (node: Node) => {
    const children = node.type === 'object' ? (node.children ?? []) : [];
    // Of two of one name the first.
    const made =
      known.get(node) ??
      new Map(children.toReversed().map((one) => [one.children?.[0]?.value as unknown, one]));
    known.set(node, made);
    return made;
  };
  return (path) => {
    let here = tree;
    let shown = tree;
    for (const step of path) {
      const property = typeof step === 'number' ? here.children?.[step] : fieldsOf(here).get(step);
      if (!property) break;
      shown = property;
      here = property.type === 'property' ? (property.children?.[1] ?? property) : property;
    }
    return shown;
  };
}
