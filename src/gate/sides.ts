/** The content before and after a proposal, laid out in temporary folders and read by the program that assesses. */
import { join, posix, relative } from 'node:path';
import { loadContent, type Loaded } from '../catalogue/load.ts';
import { withWorkspace } from '../command/workspace.ts';
import { layOut, type TreeFile } from './objects.ts';
import { inContent, type ContentPlace } from './place.ts';
import type { Proposal } from './proposal.ts';

export interface Side extends Loaded {
  /** Holds the proposed files: the content, or whereabouts only. */
  readonly folder: string;
  /** The content that offices and owners are in. */
  readonly content: string;
}

const ofContent = (place: ContentPlace, files: readonly TreeFile[]): TreeFile[] =>
  files.flatMap((file) => {
    const path = inContent(place, file.path);
    return path === undefined ? [] : [{ ...file, path }];
  });

function sideOf(folder: string, { rest }: ContentPlace, today: string): Side {
  if (rest === undefined) return { folder, content: folder, ...loadContent(folder, { today }) };
  const loaded = loadContent(rest, { today, whereabouts: folder });
  const away = `${relative(rest, folder).replaceAll('\\', '/')}/`;
  const problems = loaded.problems.map((one) => ({
    ...one,
    file: one.file.startsWith(away) ? posix.normalize(one.file.slice(away.length)) : one.file,
  }));
  return { folder, content: rest, ...loaded, problems };
}

/** Lends both sides to one call and takes them away again. */
export function withSides<T>(
  { repository, before, after }: Proposal,
  place: ContentPlace,
  today: string,
  act: (before: Side, after: Side) => Promise<T>,
): Promise<T> {
  return withWorkspace(async (workspace) => {
    const known = new Map<string, string>();
    const side = (name: string, files: readonly TreeFile[]) => {
      const folder = join(workspace, name, 'content');
      layOut(repository, ofContent(place, files), folder, known);
      return sideOf(folder, place, today);
    };
    return await act(side('before', before), side('after', after));
  });
}
