/** Which files stood at each moment, by the names of their bytes, as this program would have them written. */
import { createHash } from 'node:crypto';
import { CONTENT_VERSION, contentVersionOf } from '../../domain/content-version.ts';
import type { Files } from '../../editing/files.ts';
import { migrate } from '../../migrate/migrate.ts';
import type { Differing } from './objects.ts';

/** Names of bytes by paths in the content. */
export type StandingFiles = ReadonlyMap<string, string>;

/** What this history is made of; no other file is looked at. */
const FILE =
  /^(?:offices\/[^/]+\/[^/]+\/(?:(?:office|staff|statistics)\.json|(?:affairs|services)\/[^/]+\.md|files\/[^/]+)|(?:counties|divisions)\/[^/]+\.json|counties\/[^/]+\/(?:services\/[^/]+\.md|files\/[^/]+))$/;
/** Of these, what is ever read; of documents that texts carry along only the name of their bytes. */
const READ = /^(?!(?:offices\/[^/]+|counties)\/[^/]+\/files\/).*\.(?:json|md)$/;

export const isRecord = (path: string): boolean =>
  FILE.test(path) && READ.test(path) && path.endsWith('.json');
export const isText = (path: string): boolean => FILE.test(path) && READ.test(path) && path.endsWith('.md');

/** What stood after each of a row of changes. */
export function standings(differences: readonly (readonly Differing[])[]): StandingFiles[] {
  let now = new Map<string, string>();
  return differences.map((moment) => {
    const here = moment.filter(({ path }) => FILE.test(path));
    if (here.length > 0) now = new Map(now);
    for (const { path, blob } of here) {
      if (blob === undefined) now.delete(path);
      else now.set(path, blob);
    }
    return now;
  });
}

/** Whether the settings tell of content that an older program read. */
export function isOlder(site: unknown): boolean {
  const version = contentVersionOf(site);
  return version !== undefined && version < CONTENT_VERSION;
}

/** What git calls a text, in a repository whose names are as long as `like`. */
const nameOf = (text: string, like: string) =>
  createHash(like.length === 40 ? 'sha1' : 'sha256')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');

/** Takes files of older content to this program's writing. */
export type Steps = (files: Files) => Files;

/** The steps of `migrate`: pure, and without the texts that come with the program, of which none is in this history. */
export const STEPS: Steps = (files) => migrate(files, new Map()).files;

/**
 * What stood at a moment of older content, as the steps write it: what they leave alone keeps its name. New texts are
 * added to `texts`. Nothing that was to be read where the steps fail.
 */
export function inNewWriting(
  standing: StandingFiles,
  site: string,
  texts: Map<string, string>,
  steps: Steps,
): StandingFiles {
  const read = [...standing].flatMap(([path, blob]) => {
    const text = READ.test(path) ? texts.get(blob) : undefined;
    return text === undefined ? [] : [[path, text] as const];
  });
  const before: Files = new Map([...read, ['site.json', site] as const]);
  const after = taken(before, steps);
  if (!after) return new Map([...standing].map(([path, blob]) => [path, READ.test(path) ? '' : blob]));
  const next = new Map(
    [...standing].filter(([path]) => !before.has(path) || after.get(path) === before.get(path)),
  );
  const like = standing.values().next().value ?? '';
  for (const [path, body] of after) {
    if (typeof body !== 'string' || next.has(path) || !FILE.test(path)) continue;
    const name = nameOf(body, like);
    texts.set(name, body);
    next.set(path, name);
  }
  return next;
}

function taken(files: Files, steps: Steps): Files | undefined {
  try {
    return steps(files);
  } catch {
    return undefined;
  }
}
