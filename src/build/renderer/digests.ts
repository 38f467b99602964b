/** Digests of values of the content as it is linked: parts with a name of their own go by it. */
import { hash } from 'node:crypto';
import { isNoted } from '../../domain/reads.ts';
import type { Nodes } from './nodes.ts';

/** In place of a key: which keys there are at all; of a set, its members. */
export const ALL = '*';

/** Short values stand for themselves. */
const SHORT = 24;
const digest = (text: string) => (text.length > SHORT ? hash('sha1', text, 'base64').slice(0, SHORT) : text);

/** What a text is made into depends on the text alone. */
const OF_BODY = new Set(['html', 'components', 'body']);

export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a value is a list of parts with names. */
export const isListed = (value: unknown, { nameOf }: Nodes): value is object[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => isObject(one) && nameOf(one) !== undefined);

/** The digest of a value; what parts hold in turn is read, and told, by itself. */
function digestOf(value: unknown, nodes: Nodes): string {
  if (isListed(value, nodes)) return digest(`[${value.map((one) => nodes.nameOf(one)).join()}]`);
  const name = isObject(value) ? nodes.nameOf(value) : undefined;
  return name === undefined ? digest(JSON.stringify(value) ?? '') : `→${name}`;
}

/** The digest of what stands under a key of a part. */
export function digestAt(node: object, key: string, nodes: Nodes): string {
  if (node instanceof Map || node instanceof Set) {
    if (key === ALL) return digest(JSON.stringify([...node.keys()]));
    return node instanceof Map ? digestOf(node.get(key), nodes) : String(node.has(key));
  }
  if (key === ALL) return digest(JSON.stringify(Reflect.ownKeys(node)));
  return digestOf(Reflect.get(node, OF_BODY.has(key) && 'body' in node ? 'body' : key), nodes);
}

/** The digest of what a page is handed, whose parts `nameOf` knows; undefined where nobody can tell all of it. */
export function digestOfProps(
  props: unknown,
  nameOf: (part: object) => string | undefined,
): string | undefined {
  const told = (key: string, value: unknown): unknown => {
    if (typeof value === 'function') {
      if (isNoted(value)) return 'noted';
      if (key === 'read') return hash('sha1', value() as Uint8Array, 'base64');
      throw new TypeError('a function may read anything');
    }
    if (!isObject(value)) return value;
    const name = nameOf(value);
    if (name !== undefined) return `→${name}`;
    return value instanceof Map || value instanceof Set ? [...value] : value;
  };
  try {
    const text = JSON.stringify(props, told) as string | undefined;
    return text === undefined ? undefined : digest(text);
  } catch {
    return undefined;
  }
}
