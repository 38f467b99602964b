/** Changes to a content folder as a whole: read, shown, checked and written, or not at all. */
import { extname } from 'node:path';
import { writeAll } from '../build/write-all.ts';
import { loadContent } from '../catalogue/load.ts';
import { NATIONAL, WITHOUT } from '../catalogue/national.ts';
import { readFolder } from '../catalogue/read-folder.ts';
import { asTyped, Failure } from '../command/command.ts';
import type { ContentFolders } from '../command/folders.ts';
import { notUnderstood } from '../command/options.ts';
import { problemsAsText } from '../command/report.ts';
import { isError, type Problem } from '../domain/problems.ts';
import type { Body, FileChange, Files } from '../editing/files.ts';
import { stepsBetween } from '../gate/edits.ts';
import { draftsOf, problemsWith } from '../gate/working-copy.ts';
import { isWhereaboutsPath } from './sheets/offices.ts';

const TEXTS = new Set(['.json', '.geojson', '.md', '.mdx']);

/** A file's text where it is one that can be read, else its bytes. */
function bodyOf(file: string, bytes: Uint8Array): Body {
  if (!TEXTS.has(extname(file))) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** All files of the content; whereabouts of real offices from their own folder where there is one. */
export function filesIn({ content, whereabouts }: ContentFolders): Files {
  const own = readFolder(content).files.filter(
    ({ file }) => whereabouts === undefined || !isWhereaboutsPath(file),
  );
  const theirs =
    whereabouts === undefined
      ? []
      : readFolder(whereabouts).files.filter(({ file }) => isWhereaboutsPath(file));
  return new Map([...own, ...theirs].map(({ file, read }) => [file, bodyOf(file, read())]));
}

/** Whether a JSON file says something; one that is not UTF-8 is bytes. */
function isUnderstood(body: Body): boolean {
  try {
    return typeof body === 'string' && JSON.parse(body) !== undefined;
  } catch {
    return false;
  }
}

/** Refuses content with a file that cannot be understood: what would have to change in it nobody knows. */
export function requireUnderstood(files: Files, { content }: ContentFolders): void {
  const damaged = [...files].flatMap(([file, body]) =>
    file.endsWith('.json') && !isUnderstood(body) ? [file] : [],
  );
  if (damaged.length > 0) throw notUnderstood(damaged.join('、'), content);
}

/** The texts that come with the program and lie beneath a city's content; none beneath one that does without. */
export function nationalFiles(content: Files): Files {
  const site = content.get('site.json');
  return typeof site !== 'string' || WITHOUT.test(site) ? new Map() : filesIn({ content: NATIONAL });
}

const dataOf = (body: Body | undefined): unknown => (typeof body === 'string' ? JSON.parse(body) : undefined);

/** A review is read to its end only when it has one. */
const MAX_STEPS = 24;

function stepsOf(path: string, was: Body | undefined, is: Body): string[] {
  const steps = path.endsWith('.json') ? stepsBetween(path, dataOf(was), dataOf(is)) : [];
  const rest = steps.length - MAX_STEPS;
  return [...steps.slice(0, MAX_STEPS), ...(rest > 0 ? [`……还有 ${rest} 处`] : [])].map(
    (step) => `    ${step}`,
  );
}

const OFFICE = /^offices\/[^/]+\/(?<slug>[^/]+)\/(?<rest>.+)$/;

/** The file that goes and comes again in another office's folder; undefined where none does. */
function originOf(path: string, gone: readonly string[]): string | undefined {
  const at = OFFICE.exec(path)?.groups;
  const alike = gone.filter((one) => at !== undefined && OFFICE.exec(one)?.groups?.['rest'] === at['rest']);
  return alike.find((one) => OFFICE.exec(one)?.groups?.['slug'] === at?.['slug']) ?? alike[0];
}

/** What changes, for whoever decides about it: a line for a file, and one for each field of it. */
export function tellChanges(changes: readonly FileChange[], before: Files): string {
  const gone = changes.flatMap(({ path, after }) => (after === undefined ? [path] : []));
  const origins = new Map(
    changes.flatMap(({ path, after }) => {
      const from = after === undefined || before.has(path) ? undefined : originOf(path, gone);
      return from === undefined ? [] : [[path, from] as const];
    }),
  );
  const moved = new Set(origins.values());
  return changes
    .flatMap(({ path, after }) => {
      if (after === undefined) return moved.has(path) ? [] : [`删除 ${path}`];
      const from = origins.get(path);
      if (from !== undefined) return [`移动 ${from} → ${path}`, ...stepsOf(path, before.get(from), after)];
      const was = before.get(path);
      return was === undefined ? [`新建 ${path}`] : [`修改 ${path}`, ...stepsOf(path, was, after)];
    })
    .join('\n');
}

const keyOf = ({ file, field, message }: Problem) => [file, field, message].join('\n');

/**
 * Refuses changes after which the content check finds errors that it did not find before; `expected` are those that
 * an author is told to fix.
 */
export function refuseNewErrors(
  folders: ContentFolders,
  changes: readonly FileChange[],
  today: string,
  expected: (problem: Problem) => boolean = () => false,
): void {
  const { content, whereabouts } = folders;
  const before = new Set(loadContent(content, { today, whereabouts }).problems.map(keyOf));
  const problems = problemsWith(folders, changes, today).filter(
    (one) => isError(one) && !before.has(keyOf(one)) && !expected(one),
  );
  if (problems.length > 0)
    throw new Failure(
      `这样写内容检查通不过，什么都没有写：\n\n${problemsAsText(problems, asTyped(content))}`,
    );
}

/** Writes all changes or none. */
export const writeChanges = (folders: ContentFolders, changes: readonly FileChange[]): void =>
  writeAll(draftsOf(folders, changes));
