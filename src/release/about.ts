/** What a built site says of itself in `release.json`: what it was made from, for where, and when. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/types.ts';
import type { Contents } from '../catalogue/contents.ts';
import { contentRevision } from '../catalogue/revision.ts';
import { Failure, toType } from '../command/command.ts';
import { CONTENT_VERSION } from '../domain/content-version.ts';
import type { Withdrawn } from '../schemas/withdrawn.ts';
import type { Settings } from '../build/settings.ts';

export interface Release {
  /** The version of the program that made it; absent where a program made it that knew of none. */
  readonly program?: string | undefined;
  /** The version in which its content was written. */
  readonly contentVersion?: number | undefined;
  /** The fingerprint of the content (`src/catalogue/revision.ts`). */
  readonly generatedFrom: string;
  /** The instant that the site was built for, ISO. */
  readonly builtFor: string;
  readonly base: string;
  /** `https://host`; absent when the place is not known. */
  readonly site?: string | undefined;
  readonly pages: number;
  /** Ids of offices that were set aside for errors in their content. */
  readonly quarantined: readonly string[];
  /** Addresses that moved, without base. */
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
  /** Ids of the offices whose pages tell of days: who was in, who was out. */
  readonly dated: readonly string[];
  /** What was taken down before it was made, without base. */
  readonly withdrawn: Withdrawn;
}

/** Its name below the site's root. */
export const RELEASE_FILE = 'release.json';

/** The version of this program, as its package has it. */
export const PROGRAM_VERSION = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

interface Built {
  readonly contents: Contents;
  readonly pages: number;
  readonly catalogue: Pick<Catalogue, 'offices' | 'quarantined' | 'redirects' | 'withdrawn'>;
}

/** Writes the file into a finished site. */
export function writeRelease(folder: string, { site, base, now }: Settings, built: Built): void {
  const release: Release = {
    program: PROGRAM_VERSION,
    contentVersion: CONTENT_VERSION,
    generatedFrom: contentRevision(built.contents),
    builtFor: now.toISOString(),
    base,
    site,
    pages: built.pages,
    quarantined: [...built.catalogue.quarantined],
    redirects: built.catalogue.redirects.map(({ from, to }) => ({ from, to })),
    dated: built.catalogue.offices.flatMap(({ id, whereabouts }) => (whereabouts ? [id] : [])),
    withdrawn: built.catalogue.withdrawn,
  };
  writeFileSync(join(folder, RELEASE_FILE), releaseText(release));
}

/** The file's text. */
export const releaseText = (release: Release): string => `${JSON.stringify(release, null, 1)}\n`;

/** Understands the file; those of earlier programs knew of no withdrawal and no days. */
export const parseRelease = (text: string): Release => ({
  dated: [],
  withdrawn: [],
  ...(JSON.parse(text) as Omit<Release, 'withdrawn' | 'dated'>),
});

/** What the site in a folder says of itself; fails where there is none that this program built. */
export function readRelease(folder: string): Release {
  try {
    return parseRelease(readFileSync(join(folder, RELEASE_FILE), 'utf8'));
  } catch {
    throw new Failure(`${folder} 里没有本程序生成的网站。请先运行 ${toType('build', { out: folder })}。`);
  }
}
