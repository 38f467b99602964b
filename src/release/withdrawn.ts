/** What a release must hold no more: decided from its list of files and what it knows of withdrawals. */
import type { Withdrawn } from '../schemas/withdrawn.ts';

/** A release as far as it matters here. */
export interface Holding {
  /** What was withdrawn when it was made. */
  readonly knows: Withdrawn;
  /** Its files, with forward slashes. */
  readonly names: ReadonlySet<string>;
}

/** Ends the name of an empty file that stands for an address that was taken down: servers look for it and answer 410. */
export const GONE = '.gone';

const fileAt = (url: string): string => `${url.slice(1)}${url.endsWith('/') ? 'index.html' : ''}`;

const numberOf = ({ number = 0 }: Withdrawn[number]): number => number;

/** Several lists as one: of each address what the latest withdrawal says. */
export function together(lists: readonly Withdrawn[]): Withdrawn {
  const all = new Map<string, Withdrawn[number]>();
  for (const one of lists.flat()) {
    const other = all.get(one.url);
    if (!other || numberOf(one) > numberOf(other)) all.set(one.url, one);
  }
  return [...all.values()];
}

/** The withdrawals of a list that another does not know: what held them and was made with that list must not be shown. */
export function unknown(knows: Withdrawn, withdrawn: Withdrawn): Withdrawn {
  const known = new Map(knows.map((one) => [one.url, numberOf(one)]));
  return withdrawn.filter((one) => !one.mention && (known.get(one.url) ?? -1) < numberOf(one));
}

/** The addresses at which a release still shows what was taken down after it was made. */
export const heldIn = ({ knows, names }: Holding, withdrawn: Withdrawn): string[] =>
  unknown(knows, withdrawn).flatMap(({ url }) => (names.has(fileAt(url)) ? [url] : []));

/** The files that stand for withdrawn addresses at which, and below which, a release has nothing. */
export function gravestones({
  names,
  withdrawn,
}: {
  names: Iterable<string>;
  withdrawn: Withdrawn;
}): string[] {
  const all = [...names];
  const isEmpty = (url: string) => !all.some((name) => name === fileAt(url) || isBelow(name, url));
  return withdrawn
    .filter(({ url, mention }) => !mention && isEmpty(url))
    .map(({ url }) => `${url.slice(1)}${GONE}`);
}

const isBelow = (name: string, url: string) => url.endsWith('/') && name.startsWith(url.slice(1));
