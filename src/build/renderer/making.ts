/** A build into a folder in whose place one lies that was built before: what of it may be taken over, and what is new. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Keeper, Reads } from '../../domain/reads.ts';
import type { SiteFacts, PageFacts } from '../facts.ts';
import { twinFile } from '../pages.ts';
import { filesBelow } from '../stamp.ts';
import { type Made, type MadeFrom, type FileMark, marksOf, readMade, takeOver, writeMade } from './made.ts';
import type { Recorded } from './recorded.ts';
import { beginWith, type Spare, spareFor } from './spare.ts';
import { readsOf } from './table.ts';

/** What a file was made from. */
interface From {
  readonly props: string | undefined;
  readonly reads: Reads;
  readonly bytes: Uint8Array;
}

export interface Making extends Keeper {
  /** Takes a file over that would be made from just this; false where it is to be made anew. */
  readonly takes: (file: string, props: string | undefined) => boolean;
  /**
   * Notes what a file was made from, and of a page what was rendered; true where an earlier build has finished just
   * that, and it was taken over.
   */
  readonly note: (file: string, from: From) => boolean;
  /** Says that every page and file has been taken over or made. */
  readonly made: () => void;
  /** Says that a page was made and finished. */
  readonly finishes: (page: string, facts: PageFacts) => void;
  /** The facts of the pages that are finished, taken over or made. */
  readonly finished: SiteFacts;
  /** Takes over the folder that a step fills which was done before with what has that digest; else it is to be done. */
  readonly takesStep: (folder: string, digest: string) => boolean;
  /** Whether a file of a step that is being done lies there just so from an earlier build. */
  readonly has: (file: string, content: string) => boolean;
  /** Takes away what else an earlier build left of the folder of such a step. */
  readonly clears: (folder: string) => void;
  /** The files that are one with those of the earlier site, on the disk too. */
  readonly shared: () => ReadonlySet<string>;
  /** Keeps for the next build what is known of this one, which now lies in its place. */
  readonly keepAll: (facts: SiteFacts) => void;
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

/** A page, and what stands beside it. */
const besides = ([page, { twin }]: readonly [string, PageFacts]) => (twin ? [page, twinFile(page)] : [page]);

/** Keeps in `parts` what was made for pages, and what of the earlier build holds still. */
const keeperOf = (
  earlier: Made | undefined,
  reads: ReturnType<typeof readsOf>,
  parts: Record<string, Made['parts'][string]>,
): Keeper => ({
  recall: (name) => {
    const before = earlier?.parts[name];
    const known = parts[name] ?? (before && reads.hold(before.reads) ? before : undefined);
    if (!known) return undefined;
    parts[name] = known;
    return { made: known.made, reads: reads.readsAt(known.reads) };
  },
  keep: (name, made, read) => {
    const own = reads.placesOf(read);
    if (own) parts[name] = { made, reads: own };
  },
});

/** Takes files over from the site that lies in `out`, and knows of those what their marks are. */
function takerOf({ out, folder }: Pick<Place, 'out' | 'folder'>, marks: Made['marks'], spare: Spare) {
  const same: Record<string, FileMark> = {};
  const stays = (file: string) => {
    const mark = marks[file];
    if (mark) same[file] = mark;
  };
  return {
    take: (names: readonly string[]) => takeOver(out, folder, names, { marks, spare, stays }),
    shared: () => new Set(Object.keys(same)),
    /** The marks of files once the new site lies in its place. */
    marksNow: (files: readonly string[]) => ({
      ...same,
      ...marksOf(out, new Set(files.filter((file) => !(file in same)))),
    }),
  };
}

/** Begins a build of recorded content. */
export function making({ root, out, folder, program }: Place, recorded: Recorded): Making {
  const earlier = readMade(root, out, program);
  const reads = readsOf(earlier, recorded);
  const files: Record<string, MadeFrom> = {};
  const parts: Record<string, Made['parts'][string]> = {};
  const finished = new Map<string, PageFacts>();
  const steps: Record<string, string> = {};
  const { marks = {} } = earlier ?? {};
  const spare = beginWith(spareFor(root, out), folder, marks);
  const isOfStep = (file: string) =>
    Object.keys(earlier?.steps ?? {}).some((own) => file.startsWith(`${own}/`));
  const { take, shared, marksNow } = takerOf({ out, folder }, marks, spare);
  const takePage = (file: string): boolean => {
    const facts = earlier?.facts[file];
    if (!take(facts ? besides([file, facts]) : [file])) return false;
    if (facts) finished.set(file, facts);
    return true;
  };
  return {
    finished,
    shared,
    finishes: (page, facts) => void finished.set(page, facts),
    made: () => spare.sweep((file) => !isOfStep(file)),
    takes: (file, props) => {
      const from = earlier?.files[file];
      if (!from || from.props !== props || !reads.hold(from.reads) || !takePage(file)) return false;
      files[file] = from;
      return true;
    },
    note: (file, { props, reads: read, bytes }) => {
      const rendered = file.endsWith('.html') ? hash('sha1', bytes, 'base64') : undefined;
      const own = reads.placesOf(read);
      if (props !== undefined && own) files[file] = { props, reads: own, rendered };
      const same = rendered !== undefined && earlier?.files[file]?.rendered === rendered && takePage(file);
      for (const one of same ? [] : [file, twinFile(file)]) spare.drop(one);
      return same;
    },
    ...keeperOf(earlier, reads, parts),
    takesStep: (own, digest) => {
      steps[own] = digest;
      const before = Object.keys(marks).filter((file) => file.startsWith(`${own}/`));
      return earlier?.steps[own] === digest && before.length > 0 && take(before);
    },
    has: (file, content) => {
      const same = spare.has(file) && readFileSync(join(folder, file), 'utf8') === content;
      if (same) spare.use(file);
      else spare.drop(file);
      return same;
    },
    clears: (own) => spare.sweep((file) => file.startsWith(`${own}/`)),
    keepAll: (facts) => {
      const ofSteps = Object.keys(steps)
        .flatMap((one) => filesBelow(join(out, one)))
        .map((file) => relative(out, file).replaceAll('\\', '/'));
      const now = marksNow([...Object.keys(files), ...[...facts].flatMap(besides), ...ofSteps]);
      const known = { program, reads: reads.table, groups: reads.groups, files, parts, steps };
      writeMade(root, out, { ...known, facts: Object.fromEntries(facts), marks: now });
    },
  };
}
