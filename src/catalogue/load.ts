import { resolve } from 'node:path';
import { isError, sortProblems, type Problem } from '../domain/problems.ts';
import { groupContents, type Contents } from './contents.ts';
import { isWhereabouts } from './file-kind.ts';
import { linkCatalogue } from './link.ts';
import { quarantine } from './quarantine.ts';
import { isFolder } from './read-folder.ts';
import { readContent, type ReadContent } from './read-content.ts';
import { readWhereaboutsFolder } from './read-whereabouts.ts';
import { checkRules } from './rules/index.ts';
import type { Catalogue } from './types.ts';

export interface LoadSettings {
  /** `YYYY-MM-DD` in Asia/Shanghai: what “in the future” and “past” mean. */
  readonly today: string;
  /** Path under which the site is published; else what `site.json` says, else `/`. */
  readonly base?: string | undefined;
  /** The folder that whereabouts come from (design §3); else they are read from the content folder itself. */
  readonly whereabouts?: string | undefined;
  /** Sets offices with errors aside instead of stopping at them. */
  readonly quarantine?: boolean | undefined;
}

export interface Loaded {
  /** What the catalogue was linked from; absent like it. */
  readonly contents?: Contents;
  /** Absent when any problem is an error (of an office that is set aside: none is). */
  readonly catalogue?: Catalogue;
  /** Every problem, by file and line. */
  readonly problems: readonly Problem[];
  /** How many files were looked at. */
  readonly files: number;
}

/** Reads, checks and links a content folder. Throws only when the folder itself is missing. */
export function loadContent(folder: string, settings: LoadSettings): Loaded {
  if (!isFolder(folder)) throw new Error(`没有内容文件夹：${folder}`);
  const read = readAll(folder, settings.whereabouts);
  const contents = groupContents(read.entries, settings.today, read.assets);
  const problems = sortProblems([...read.problems, ...checkRules(contents)]);
  const loaded = { problems, files: read.files };
  const base = settings.base ?? contents.site?.base ?? '/';
  if (!problems.some(isError)) return { ...loaded, contents, catalogue: linkCatalogue(contents, base) };
  const rest = settings.quarantine ? quarantine(read, contents, problems, checkRules) : undefined;
  if (!rest) return loaded;
  return {
    ...loaded,
    contents: rest.contents,
    catalogue: linkCatalogue(rest.contents, base, rest.offices),
  };
}

/** The content; whereabouts of real offices from a folder of their own where there is one. */
function readAll(folder: string, whereabouts: string | undefined): ReadContent {
  if (whereabouts === undefined || resolve(whereabouts) === resolve(folder)) return readContent(folder);
  const own = readContent(folder, (placed) => !isWhereabouts(placed));
  const theirs = readWhereaboutsFolder(whereabouts, folder);
  return {
    ...own,
    entries: [...own.entries, ...theirs.entries],
    problems: [...own.problems, ...theirs.problems],
    files: own.files + theirs.files,
  };
}
