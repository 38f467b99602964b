/**
 * What the running build or preview works from: one reading of the content, shared by the program and by the pages,
 * which Astro bundles apart; so it hangs on the process, not on a module.
 */
import { dateInShanghai } from '../domain/dates.ts';
import type { History } from '../domain/history.ts';
import type { Contents } from './contents.ts';
import type { Catalogue } from './types.ts';

export interface Running {
  /** The content folder, an absolute path. */
  readonly folder: string;
  /** The folder of the texts that come with the program, an absolute path. */
  readonly national: string;
  /** The instant that the site is built for. */
  readonly now: Date;
  readonly contents: Contents;
  readonly catalogue: Catalogue;
  /** What is known of earlier releases; read when it is first asked for. */
  readonly history: () => History;
}

/** The build that Astro's collections were last filled from. */
const filled = Symbol.for('open-office.filled');

const slots = globalThis as { [running]?: Running | Error; [filled]?: Running };
const running = Symbol.for('open-office.running');

/** Says what pages and loaders work from; an error where the content has been broken while it is edited. */
export function workFrom(what: Running | Error | undefined): void {
  if (what) slots[running] = what;
  else delete slots[running];
}

/** What the running build works from. Throws an error that lists every problem when the content has errors. */
export function runningBuild(): Running {
  const now = slots[running];
  if (now instanceof Error) throw now;
  if (!now) throw new Error('no build is running: openOffice() stands in no astro.config.mjs');
  return now;
}

/** The linked content, made once per build. */
export const catalogue = (): Catalogue => runningBuild().catalogue;

/** What is known of earlier releases of the content. */
export const history = (): History => runningBuild().history();

/** The instant a site is built for. */
export const buildInstant = (): Date => runningBuild().now;

/** The day of that instant in Asia/Shanghai. */
export const buildDay = (): string => dateInShanghai(buildInstant());

/** Notes that the collections hold what the running build reads. */
export function noteFilled(): void {
  slots[filled] = runningBuild();
}

/** Whether the collections hold what the running build reads. */
export const collectionsFilled = (): boolean => slots[filled] === slots[running];
