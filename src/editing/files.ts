/** Changes to the files of a content folder, each step from all of them to all of them; nothing is written here. */
import { patchJson } from './patch-json.ts';

/** What stands in a file: its text, or bytes where it is none. */
export type Body = string | Uint8Array;

/** The files of a content folder by their paths in it. */
export type Files = ReadonlyMap<string, Body>;

/** A file as it is to be; undefined where it goes. */
export interface FileChange {
  readonly path: string;
  readonly after: Body | undefined;
}

/** The data of a JSON file of content that the check has passed; undefined where there is no such file. */
export function recordAt<T>(files: Files, path: string): T | undefined {
  const text = files.get(path);
  return typeof text === 'string' ? (JSON.parse(text) as T) : undefined;
}

/** The files with one put in its place, or taken away. */
export function put(files: Files, path: string, body: Body | undefined): Files {
  const next = new Map(files);
  if (body === undefined) next.delete(path);
  else next.set(path, body);
  return next;
}

/** The files with the data of one changed and everything else in its text as it was; without that file as they are. */
export function edit<T>(files: Files, path: string, change: (record: T) => T): Files {
  const text = files.get(path);
  if (typeof text !== 'string') return files;
  return put(files, path, patchJson(text, change(JSON.parse(text) as T)));
}

/** The same for every file whose path fits. */
export const editEach = <T>(files: Files, fits: RegExp, change: (record: T, path: string) => T): Files =>
  [...files.keys()]
    .filter((path) => fits.test(path))
    .reduce((now, path) => edit<T>(now, path, (record) => change(record, path)), files);

/** The files without those whose paths fit. */
export const removed = (files: Files, fits: (path: string) => boolean): Files =>
  new Map([...files].filter(([path]) => !fits(path)));

/** The files with everything below a folder in another one. */
export const movedFolder = (files: Files, from: string, to: string): Files =>
  new Map(
    [...files].map(([path, body]) => [path.startsWith(from) ? to + path.slice(from.length) : path, body]),
  );

const same = (a: Body, b: Body | undefined): boolean =>
  a === b ||
  (a instanceof Uint8Array &&
    b instanceof Uint8Array &&
    a.length === b.length &&
    a.every((byte, at) => byte === b[at]));

/** What differs between two states, by path. */
export function differences(before: Files, after: Files): FileChange[] {
  const gone = [...before.keys()].filter((path) => !after.has(path));
  const changed = [...after].filter(([path, body]) => !same(body, before.get(path)));
  return [
    ...gone.map((path) => ({ path, after: undefined })),
    ...changed.map(([path, after]) => ({ path, after })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}
