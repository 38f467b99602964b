/** Writes the families of the full text (src/domain/search/shards.ts). */
import { countyIn } from '../../domain/offline.ts';
import {
  type FamilyIndex,
  groupName,
  type Holder,
  isTerm,
  packLine,
  shardOf,
  type TextRow,
  TOGETHER,
} from '../../domain/search/shards.ts';
import { termsOf } from '../../domain/search/tokens.ts';
import type { PageText } from './page-text.ts';

/** About so many places where a term stands go into a shard: some kilobytes. */
const IN_SHARD = 2500;

type Holders = Map<string, Holder[]>;

const groupOf = ({ kind, path }: PageText) => groupName(kind, countyIn(path));

/** Notices begin with their day: a new one comes last and moves no other. */
const lastPart = ({ path }: PageText) => path.split('/').at(-2) ?? '';
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byDay = (a: PageText, b: PageText) => compare(lastPart(a), lastPart(b)) || compare(a.path, b.path);

function grouped(pages: readonly PageText[]): Map<string, PageText[]> {
  const groups = new Map<string, PageText[]>();
  for (const page of [...pages].sort(byDay)) {
    const group = groupOf(page);
    const list = groups.get(group);
    if (list) list.push(page);
    else groups.set(group, [page]);
  }
  return new Map([...groups].sort(([a], [b]) => compare(a, b)));
}

/** Which pages of a group hold each term. */
function holdersOf(pages: readonly PageText[]): Holders {
  const holders: Holders = new Map();
  pages.forEach(({ keys, text }, at) => {
    const names = new Set(keys.split(' ').filter(isTerm));
    for (const term of new Set([...names, ...termsOf(text).filter(isTerm)])) {
      const list = holders.get(term);
      const holder = { at, named: names.has(term) };
      if (list) list.push(holder);
      else holders.set(term, [holder]);
    }
  });
  return holders;
}

const places = (holders: Holders) => [...holders.values()].reduce((sum, list) => sum + list.length, 0);

/** A power of two, so that it changes seldom. */
const shardsFor = (all: number) => 2 ** Math.ceil(Math.log2(Math.max(1, all / IN_SHARD)));

/** The lines of a group by shard. */
function linesOf(group: string, holders: Holders, shards: number): Map<number, string> {
  const terms = new Map<number, (readonly [string, readonly Holder[]])[]>();
  for (const [term, list] of [...holders].sort(([a], [b]) => compare(a, b))) {
    const shard = shardOf(term, shards);
    const there = terms.get(shard);
    if (there) there.push([term, list]);
    else terms.set(shard, [[term, list]]);
  }
  return new Map([...terms].map(([shard, list]) => [shard, packLine(group, list)]));
}

/** One entry a line: a group's change shows as its own. */
const json = (entries: readonly unknown[]) =>
  `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;

function* textFiles(group: string, pages: readonly PageText[]): Generator<readonly [string, string]> {
  const rows = pages.map(({ path, title, text }): TextRow => [path, title, text]);
  for (let at = 0; at < rows.length; at += TOGETHER)
    yield [`${group}/${at / TOGETHER}.json`, json(rows.slice(at, at + TOGETHER))];
}

/** The files of a family by name: the same for the same pages, in whatever order these come. */
export function* familyFiles(pages: readonly PageText[]): Generator<readonly [string, string]> {
  const groups = [...grouped(pages)].map(([name, members]) => ({
    name,
    members,
    holders: holdersOf(members),
  }));
  const shards = shardsFor(groups.reduce((sum, { holders }) => sum + places(holders), 0));
  const lines = groups.map(({ name, holders }) => linesOf(name, holders, shards));
  for (let shard = 0; shard < shards; shard += 1)
    yield [`shards/${shard}.json`, json(lines.flatMap((group) => group.get(shard) ?? []))];
  for (const { name, members } of groups) yield* textFiles(name, members);
  const counties = groups.map(({ name, members }) => [name, members[0]?.county ?? '']);
  const index: FamilyIndex = { shards, groups: Object.fromEntries(counties) };
  yield ['index.json', `${JSON.stringify(index)}\n`];
}
