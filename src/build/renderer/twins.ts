/** Parts of the content as pages are handed them: the same to whoever looks, but every key that is read is noted. */
import { note } from '../../domain/reads.ts';
import { ALL, isListed, isObject } from './digests.ts';
import type { Nodes } from './nodes.ts';

interface Twins {
  /** What stands for a value: a twin for a part, a list of twins for a list of parts, else the value itself. */
  readonly twinOf: (value: unknown) => unknown;
  /** The name of the part that a twin stands for. */
  readonly nameOf: (twin: object) => string | undefined;
}

/** Reads the key of a part, and notes it. */
type Reader = (key: string) => unknown;

function partTwin(node: object, read: Reader): object {
  return new Proxy(node, {
    get: (_target, key) => (typeof key === 'string' ? read(key) : Reflect.get(node, key)),
    has: (_target, key) => {
      if (typeof key === 'string') read(key);
      return Reflect.has(node, key);
    },
    ownKeys: () => {
      read(ALL);
      return Reflect.ownKeys(node);
    },
    getOwnPropertyDescriptor: (_target, key) => {
      const own = Reflect.getOwnPropertyDescriptor(node, key);
      return typeof key === 'string' && own && 'value' in own ? { ...own, value: read(key) } : own;
    },
  });
}

function mapTwin(read: Reader): object {
  const keys = () => read(ALL) as readonly string[];
  const entries = () => keys().map((key) => [key, read(key)] as const);
  return {
    get: read,
    has: (key: string) => read(key) !== undefined,
    keys: () => keys().values(),
    values: () =>
      entries()
        .map(([, value]) => value)
        .values(),
    entries: () => entries().values(),
    [Symbol.iterator]: () => entries().values(),
    get size() {
      return keys().length;
    },
  };
}

function setTwin(read: Reader): object {
  const members = () => read(ALL) as readonly unknown[];
  return {
    has: read,
    values: () => members().values(),
    [Symbol.iterator]: () => members().values(),
    get size() {
      return members().length;
    },
  };
}

function valueAt(node: object, key: string): unknown {
  if (node instanceof Map) return key === ALL ? [...node.keys()] : node.get(key);
  if (node instanceof Set) return key === ALL ? [...node] : node.has(key);
  return key === ALL ? undefined : Reflect.get(node, key);
}

/** Twins of named parts; `numberOf` gives each read of theirs its number. */
export function twinsOf(nodes: Nodes, numberOf: (name: string, key: string) => number): Twins {
  const twins = new Map<object, object>();
  const names = new WeakMap<object, string>();

  const reader = (node: object, name: string): Reader => {
    const known = new Map<string, readonly [value: unknown, read: number]>();
    return (key) => {
      let found = known.get(key);
      if (!found) known.set(key, (found = [twinOf(valueAt(node, key)), numberOf(name, key)]));
      note(found[1]);
      return found[0];
    };
  };
  const make = (node: object, name: string): object => {
    const read = reader(node, name);
    if (node instanceof Map) return mapTwin(read);
    return node instanceof Set ? setTwin(read) : partTwin(node, read);
  };
  const twinOf = (value: unknown): unknown => {
    if (isListed(value, nodes)) return value.map(twinOf);
    const name = isObject(value) ? nodes.nameOf(value) : undefined;
    if (!isObject(value) || name === undefined) return value;
    const twin = twins.get(value) ?? make(value, name);
    twins.set(value, twin);
    names.set(twin, name);
    return twin;
  };
  return { twinOf, nameOf: (twin) => names.get(twin) };
}
