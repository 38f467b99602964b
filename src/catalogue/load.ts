import { relative, resolve } from 'node:path';
import { isError, sortProblems, type Problem } from '../domain/problems.ts';
import { contentVersionOf, otherVersion } from '../domain/content-version.ts';
import { type Within, withBase, withIndex } from '../domain/urls.ts';
import { groupContents, type Contents } from './contents.ts';
import type { Keeping } from './keeping.ts';
import { problemAt } from './entry.ts';
import { isWhereabouts } from './file-kind.ts';
import { linkCatalogue } from './link.ts';
import { NATIONAL } from './national.ts';
import { quarantine } from './quarantine.ts';
import { isFolder } from './read-folder.ts';
import { readContent, type ReadContent } from './read-content.ts';
import { readWhereaboutsFolder } from './read-whereabouts.ts';
import { checkRules } from './rules/index.ts';
import type { Catalogue } from './types.ts';

interface LoadSettings {
  /** `YYYY-MM-DD` in Asia/Shanghai: what “in the future” and “past” mean. */
  readonly today: string;
  /** Path under which the site is published; else what `site.json` says, else `/`. */
  readonly base?: string | undefined;
  /** Links name the file of a folder too. */
  readonly explicitIndex?: boolean | undefined;
  /** The folder that whereabouts come from (design §3); else they are read from the content folder itself. */
  readonly whereabouts?: string | undefined;
  /** Sets offices with errors aside instead of stopping at them. */
  readonly quarantine?: boolean | undefined;
  /** Leaves out files with errors from the folder of whereabouts: they come by a road of their own, and stop nothing. */
  readonly sparing?: boolean | undefined;
  /** What is known of the files from earlier checks by this program. */
  readonly keeping?: Keeping | undefined;
}

export interface Loaded {
  /** What the catalogue was linked from; absent like it. */
  readonly contents?: Contents;
  /** Absent when any problem is an error (of an office that is set aside: none is). */
  readonly catalogue?: Catalogue;
  /** Files of whereabouts that were left out for their errors. */
  readonly leftOut: readonly string[];
  /** Every problem, by file and line; those of what was left out too. */
  readonly problems: readonly Problem[];
  /** How many files were looked at. */
  readonly files: number;
}

/** Reads, checks and links a content folder. Throws only when the folder itself is missing. */
export function loadContent(folder: string, settings: LoadSettings): Loaded {
  if (!isFolder(folder)) throw new Error(`没有内容文件夹：${folder}`);
  const all = readAll(folder, settings);
  const other = versionProblems(all);
  if (other.length > 0) return { problems: other, leftOut: [], files: all.files };
  const first = checked(all, settings);
  const leftOut = settings.sparing ? faultyWhereabouts(first.problems, folder, settings.whereabouts) : [];
  const read = leftOut.length > 0 ? without(all, leftOut) : all;
  const { contents, problems } = leftOut.length > 0 ? checked(read, settings) : first;
  const about = first.problems.filter(({ file }) => leftOut.includes(file));
  const found = whereTheyLie([...problems, ...about], read, folder);
  const loaded = { problems: sortProblems(found), leftOut, files: read.files };
  const within = withinOf(settings, contents.site?.base);
  if (!problems.some(isError)) return { ...loaded, contents, catalogue: linkCatalogue(contents, within) };
  const rest = settings.quarantine ? quarantine(read, contents, problems, checkRules) : undefined;
  if (!rest) return loaded;
  return {
    ...loaded,
    contents: rest.contents,
    catalogue: linkCatalogue(rest.contents, within, rest.offices),
  };
}

/** Content of another version is told of in one sentence; what else is wrong with it cannot be told. */
function versionProblems({ entries }: ReadContent): Problem[] {
  const site = entries.find(({ kind }) => kind === 'site');
  const other = site && otherVersion(contentVersionOf(site.raw));
  const path = ['contentVersion'];
  return other ? [problemAt(site, { kind: 'version', path, ...other })] : [];
}

/** Problems of national texts name the file from the content folder, where it is. */
function whereTheyLie(problems: readonly Problem[], read: ReadContent, folder: string): Problem[] {
  const national = new Set(read.entries.flatMap((entry) => (entry.national ? [entry.file] : [])));
  const from = relative(folder, NATIONAL).replaceAll('\\', '/');
  return problems.map((one) => (national.has(one.file) ? { ...one, file: `${from}/${one.file}` } : one));
}

function checked(read: ReadContent, { today, keeping }: LoadSettings) {
  const contents = groupContents(read.entries, today, read.assets, keeping?.finds);
  return { contents, problems: sortProblems([...read.problems, ...checkRules(contents)]) };
}

/** The files with errors in a folder of whereabouts, by the names that problems have for them. */
function faultyWhereabouts(problems: readonly Problem[], content: string, folder = content): string[] {
  const from = `${relative(content, resolve(folder)).replaceAll('\\', '/')}/`;
  const faulty = problems.filter((one) => isError(one) && from !== '/' && one.file.startsWith(from));
  return [...new Set(faulty.map(({ file }) => file))];
}

const without = (read: ReadContent, files: readonly string[]): ReadContent => ({
  ...read,
  entries: read.entries.filter(({ file }) => !files.includes(file)),
  problems: read.problems.filter(({ file }) => !files.includes(file)),
});

/** How links in texts are written: under the base, with the file of a folder where the host does not look for it. */
function withinOf({ base, explicitIndex = false }: LoadSettings, own = '/'): Within {
  const index = explicitIndex ? 'index.html' : '';
  return (path) => withBase(base ?? own, path.startsWith('/') ? withIndex(path, index) : path);
}

/** The content; whereabouts of real offices from a folder of their own where there is one. */
function readAll(folder: string, { whereabouts, keeping }: LoadSettings): ReadContent {
  if (whereabouts === undefined || resolve(whereabouts) === resolve(folder))
    return readContent(folder, undefined, keeping);
  const own = readContent(folder, (placed) => !isWhereabouts(placed), keeping);
  const theirs = readWhereaboutsFolder(whereabouts, folder);
  return {
    ...own,
    entries: [...own.entries, ...theirs.entries],
    problems: [...own.problems, ...theirs.problems],
    files: own.files + theirs.files,
  };
}
