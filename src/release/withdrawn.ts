/** What a release must hold no more: decided from its list of files and what it knows of withdrawals. */
import type { Withdrawn } from '../schemas/withdrawn.ts';
import { GONE } from './hosting/table.ts';

/** A release as far as it matters here. */
interface Holding {
  /** What was withdrawn when it was made. */
  readonly knows: Withdrawn;
  /** Its files, with forward slashes. */
  readonly names: ReadonlySet<string>;
}

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

/** The withdrawn addresses at which, and below which, a release has nothing. */
export function goneFrom({ names, knows }: Holding): string[] {
  const all = [...names];
  const isEmpty = (url: string) => !all.some((name) => name === fileAt(url) || isBelow(name, url));
  return knows.filter(({ url, mention }) => !mention && isEmpty(url)).map(({ url }) => url);
}

const isBelow = (name: string, url: string) =>
  url.endsWith('/') && name.startsWith(url.slice(1)) && !name.endsWith(GONE);

/** The empty file that stands for an address that is gone. */
export const gravestone = (url: string): string => `${url.slice(1)}${GONE}`;
