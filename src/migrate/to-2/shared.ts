/** Texts that every city had a copy of and that now come with the program. */
import { citationsIn } from '../../domain/cited.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { recordAt, type Files } from '../../editing/files.ts';
import { frontOf, type TextData } from './front.ts';
import { SHIPPED } from './shipped.ts';

/** Documents of one place that went into every city's copy: where they belong, by the beginning of its code. */
const HOMES: Readonly<Record<string, string>> = {
  'laws/leshan-2018-71.json': '5111',
  'laws/sichuan-legal-aid-regulation.json': '51',
  'rules/study.md': '5111',
};

/** Where a file of version 1 stands in version 2. */
export const pathNow = (path: string): string =>
  /^(?:services|pages)\/[^/]+\.md$/.test(path) ? path.replace(/\.md$/, '.mdx') : path;

/** The data of a text or a record. */
export const dataIn = (files: Files, path: string): unknown => {
  const body = files.get(path);
  if (typeof body !== 'string') return undefined;
  return path.endsWith('.json') ? JSON.parse(body) : frontOf(body);
};

export interface CitedLaw {
  readonly law: string;
  readonly articles: readonly string[];
  readonly note?: string | undefined;
}

/** The laws that a text cites. */
export const citedIn = (files: Files, path: string): CitedLaw[] =>
  [...citationsIn(dataIn(files, path))].map(({ citation }) => citation);

export const lawFile = (slug: string): string => `laws/${slug}.json`;
export const lawAt = (files: Files, slug: string): TextData | undefined =>
  recordAt<TextData>(files, lawFile(slug));
export const slugOf = (path: string): string => path.replace(/^.*\/|\.\w+$/g, '');

/** What no city has changed of its copy: it goes, since it comes with the program, or belongs to another place. */
export function unchanged(files: Files, national: Files): string[] {
  const code = recordAt<{ city?: { code?: string } }>(files, 'site.json')?.city?.code ?? '';
  const isShipped = (path: string) => {
    const body = files.get(path);
    return body !== undefined && SHIPPED[path] === fingerprint([body]);
  };
  const mayGo = (path: string) => {
    const home = HOMES[path];
    if (home !== undefined) return !code.startsWith(home);
    return national.has(pathNow(path)) || path.startsWith('samples/');
  };
  const goes = [...files.keys()].filter((path) => isShipped(path) && mayGo(path));
  // Samples belong to each other: they go all together or stay.
  const samples = [...files.keys()].filter((path) => path.startsWith('samples/'));
  const allSamples = samples.every((path) => goes.includes(path));
  return goes.filter((path) => allSamples || !path.startsWith('samples/'));
}
