/** A folder of saved pages and data files. Links out of it are not followed. */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { decode } from './decode.ts';
import { readPage } from './page.ts';
import type { AuditReading } from './judge.ts';

const PAGE = /\.(?:html?|shtml|xhtml)$/i;
const DATA = /^(?:disclosure|offices)\.json$/;
const MOST_PAGES = 20_000;
const MOST_BYTES = 20 * 1024 * 1024;

interface DataFile {
  readonly name: string;
  readonly text: string;
}

export interface Gathered extends AuditReading {
  readonly data: readonly DataFile[];
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** Everything of a folder, or of one file, that can be judged. */
export function gatherFolder(path: string): Gathered {
  const isFile = statSync(path).isFile();
  const all = isFile ? [path] : [...filesBelow(path)];
  const nameOf = (file: string) => (isFile ? basename(file) : relative(path, file).split(sep).join('/'));
  const pages = all.filter((file) => PAGE.test(file));
  const fits = (file: string, at: number) => at < MOST_PAGES && lstatSync(file).size <= MOST_BYTES;
  const data = all.filter((file) => (isFile ? /\.json$/.test(file) : DATA.test(basename(file))));
  return {
    pages: pages.filter(fits).map((file) => readPage(nameOf(file), decode(readFileSync(file)))),
    unread: pages
      .filter((file, at) => !fits(file, at))
      .map((file) => ({ address: nameOf(file), why: '太大或者页数太多' })),
    data: data
      .filter((file) => lstatSync(file).size <= MOST_BYTES)
      .map((file) => ({ name: nameOf(file), text: readFileSync(file, 'utf8') })),
  };
}
