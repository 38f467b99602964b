/**
 * The form of the full text: `shards/<n>.json` of a family hold, a line for each group of pages,
 * which of its pages hold a term; `<group>/<n>.json` hold the texts, a few pages each. A group (the offices of a
 * county, its notices, the guides) is written from its own pages alone, so that a changed page changes its group's
 * lines and nothing else.
 */
import { spread } from '../fingerprint.ts';
import { SEARCH_KINDS, type SearchKind } from './types.ts';

/** The families: what belongs to a place, and everything else. */
export const FAMILIES = { places: '/data/search/places/', guides: '/data/search/guides/' } as const;

/** `index.json` of a family: how many shards it has, and the county of each group; empty for the whole city. */
export interface FamilyIndex {
  readonly shards: number;
  readonly groups: Readonly<Record<string, string>>;
}

/** Address, title and text of a page. */
export type TextRow = readonly [path: string, title: string, text: string];

/** So many pages share a file of texts. */
export const TOGETHER = 4;

/** A group's name: the place of its kind among all, and its county. */
export const groupName = (kind: SearchKind, county?: string): string =>
  [SEARCH_KINDS.indexOf(kind), county].filter((part) => part !== undefined).join('-');

export const kindOfGroup = (group: string): SearchKind =>
  SEARCH_KINDS[Number(group.split('-')[0])] ?? '制度与法律';

/** A single character says nothing by itself. */
export const isTerm = (term: string): boolean => term.length > 1;

export const shardOf = (term: string, shards: number): number => spread(term) % shards;

/** A page of a group that holds a term; `named` where its title or its names do. */
export interface Holder {
  readonly at: number;
  readonly named: boolean;
}

const LETTERS = 26;

/** Distances from page to page in letters, what is beyond the alphabet as a number in front; capitals are `named`. */
export function packHolders(holders: readonly Holder[]): string {
  let next = 0;
  return holders
    .map(({ at, named }) => {
      const gap = at - next;
      next = at + 1;
      const letter = String.fromCharCode((named ? 65 : 97) + (gap % LETTERS));
      return gap < LETTERS ? letter : `${Math.floor(gap / LETTERS)}${letter}`;
    })
    .join('');
}

/** The pages that a line names for a term. */
export function holdersIn(line: string, term: string): Holder[] {
  const mark = `|${term}:`;
  const start = line.indexOf(mark);
  if (start < 0) return [];
  const packed = line.slice(start + mark.length, line.indexOf('|', start + 1));
  let next = 0;
  return [...packed.matchAll(/(\d*)([A-Za-z])/g)].map(([, many, letter = '']) => {
    const named = letter < 'a';
    const at = next + Number(many) * LETTERS + letter.charCodeAt(0) - (named ? 65 : 97);
    next = at + 1;
    return { at, named };
  });
}

/** A group's line: its name, then each term with the pages that hold it. */
export const packLine = (group: string, terms: Iterable<readonly [string, readonly Holder[]]>): string =>
  `${group}|${[...terms].map(([term, holders]) => `${term}:${packHolders(holders)}|`).join('')}`;

export const groupOfLine = (line: string): string => line.slice(0, line.indexOf('|'));
