/** A build into a folder in whose place one lies that was built before: what of it may be taken over, and what is new. */
import { join, relative } from 'node:path';
import type { Facts, PageFacts } from '../facts.ts';
import { twinFile } from '../pages.ts';
import { filesBelow } from '../stamp.ts';
import { type Made, type MadeFrom, marksOf, readMade, takeOver, writeMade } from './made.ts';
import type { Recorded } from './recorded.ts';

export interface Making {
  /** Takes a file over that would be made from just this; false where it is to be made anew. */
  readonly takes: (file: string, props: string | undefined) => boolean;
  /** Notes what a file was made from. */
  readonly note: (file: string, props: string | undefined, reads: Iterable<number>) => void;
  /** The facts of the pages that were taken over, finished as they are. */
  readonly finished: Facts;
  /** Has a step done that fills folders of its own, unless it was done before with what has that digest. */
  readonly step: (digest: string, folders: readonly string[], act: () => Promise<void>) => Promise<void>;
  /** Keeps for the next build what is known of this one, which now lies in its place. */
  readonly keep: (facts: Facts) => void;
}

interface Place {
  readonly root: string;
  /** Where the earlier site lies, and where the new one will. */
  readonly out: string;
  /** Where the new one is made. */
  readonly folder: string;
  /** What compiled the pages, and for which instant. */
  readonly program: string;
}

/** The reads of an earlier build, as far as they hold, with those that come new. */
function readsOf(earlier: Made | undefined, { called, digestOf }: Recorded) {
  const table = (earlier?.reads ?? []).map(([read, digest]): [string, string] => [read, digest]);
  const numbers = new Map(table.map(([read], at) => [read, at]));
  const holds: (boolean | undefined)[] = [];
  const renewed = new Map<number, number | undefined>();
  /** The number that a read of this build has in the table; undefined where nobody can tell what it read. */
  const renew = (number: number): number | undefined => {
    const read = called(number);
    const digest = digestOf(read);
    if (digest === undefined) return undefined;
    const at = numbers.get(read) ?? table.push([read, digest]) - 1;
    numbers.set(read, at);
    table[at] = [read, digest];
    return at;
  };
  return {
    table,
    holds: (at: number): boolean => {
      const [read, digest] = earlier?.reads[at] ?? [];
      return (holds[at] ??= read !== undefined && digestOf(read) === digest);
    },
    renewed: (number: number): number | undefined => {
      if (!renewed.has(number)) renewed.set(number, renew(number));
      return renewed.get(number);
    },
  };
}

/** Begins a build of recorded content. */
export function making({ root, out, folder, program }: Place, recorded: Recorded): Making {
  const earlier = readMade(root, out, program);
  const reads = readsOf(earlier, recorded);
  const files: Record<string, MadeFrom> = {};
  const finished = new Map<string, PageFacts>();
  const steps: Record<string, string> = {};
  const take = (names: readonly string[]) =>
    earlier !== undefined && takeOver(out, folder, names, earlier.marks);
  const besides = ([page, { twin }]: readonly [string, PageFacts]) =>
    twin ? [page, twinFile(page)] : [page];
  return {
    finished,
    takes: (file, props) => {
      const from = earlier?.files[file];
      if (!from || from.props !== props || !from.reads.every(reads.holds)) return false;
      const facts = earlier.facts[file];
      if (!take(facts ? besides([file, facts]) : [file])) return false;
      files[file] = from;
      if (facts) finished.set(file, facts);
      return true;
    },
    note: (file, props, read) => {
      const own = [...read].map(reads.renewed);
      const told = own.filter((one) => one !== undefined);
      if (props !== undefined && told.length === own.length) files[file] = { props, reads: told };
    },
    step: async (digest, folders, act) => {
      const name = folders.join();
      steps[name] = digest;
      const own = Object.keys(earlier?.marks ?? {}).filter((file) =>
        folders.some((one) => file.startsWith(`${one}/`)),
      );
      if (earlier?.steps[name] === digest && own.length > 0 && take(own)) return;
      await act();
    },
    keep: (facts) => {
      const inSteps = Object.keys(steps)
        .flatMap((name) => name.split(','))
        .flatMap((one) => filesBelow(join(out, one)))
        .map((file) => relative(out, file).replaceAll('\\', '/'));
      const marks = marksOf(out, [...Object.keys(files), ...[...facts].flatMap(besides), ...inSteps]);
      const known = { program, reads: reads.table, files, facts: Object.fromEntries(facts), steps, marks };
      writeMade(root, out, known);
    },
  };
}
