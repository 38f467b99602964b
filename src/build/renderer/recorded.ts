/**
 * The content as pages are handed it while their reads are noted, each by a name and the digest of what was read.
 * Compared is by field of an entry (`record.phones` of an office) and by the names in a list (`offices` of a county).
 */
import type { Running } from '../../catalogue/current.ts';
import { note } from '../../domain/reads.ts';
import { digestAt, digestOfProps } from './digests.ts';
import { nodesOf } from './nodes.ts';
import { twinsOf } from './twins.ts';

export interface Recorded {
  /** What the pages work from. */
  readonly running: Running;
  /** What a read is called, by its number: `office/qianwei/luocheng/record phones`. */
  readonly called: (read: number) => string;
  /** The number of a read by its name. */
  readonly numberOf: (read: string) => number;
  /** The digest of what is read now under a name; undefined where nothing has it, or nobody can tell. */
  readonly digestOf: (read: string) => string | undefined;
  /** The digest of what a page is handed; undefined where nobody can tell all of it. */
  readonly digestOfProps: (props: unknown) => string | undefined;
}

/** What nobody can tell the digest of. */
const UNTOLD = 'untold *';
/** What all pages that are compiled together have in common. */
const OF_THE_PROGRAM: ReadonlySet<string | symbol> = new Set(['national', 'now']);

/** Notes what is read of a build's content from now on. */
export function recorded(build: Running): Recorded {
  const nodes = nodesOf(build.catalogue, build.history());
  const reads: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (read: string): number => {
    const number = numbers.get(read) ?? reads.push(read) - 1;
    numbers.set(read, number);
    return number;
  };
  const digests = new Map<string, string | undefined>();
  const digestNow = (read: string): string | undefined => {
    const at = read.indexOf(' ');
    const node = nodes.named(read.slice(0, at));
    return node && digestAt(node, read.slice(at + 1), nodes);
  };
  const { twinOf, nameOf } = twinsOf(nodes, (name, key) => numberOf(`${name} ${key}`));
  return {
    running: new Proxy(build, {
      get: (_target, key) => {
        if (key === 'catalogue') return twinOf(build.catalogue);
        if (key === 'history') return () => twinOf(build.history());
        if (!OF_THE_PROGRAM.has(key)) note(numberOf(UNTOLD));
        return Reflect.get(build, key);
      },
    }),
    numberOf,
    called: (read) => reads[read] ?? UNTOLD,
    digestOf: (read) => {
      if (!digests.has(read)) digests.set(read, digestNow(read));
      return digests.get(read);
    },
    digestOfProps: (props) => digestOfProps(props, nameOf),
  };
}
