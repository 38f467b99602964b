/** The full text: a few small files a question, which any browser reads. */
import {
  type FamilyIndex,
  groupOfLine,
  holdersIn,
  isTerm,
  kindOfGroup,
  shardOf,
  type TextRow,
  TOGETHER,
} from '../../domain/search/shards.ts';
import { withBase } from '../../domain/urls.ts';
import { excerptOf } from './excerpt.ts';
import type { FullText, PageHit } from './hit.ts';
import { once } from './once.ts';

/** What it is worth that a page holds a term, and that its names do. */
const HELD = 2;
const NAMED = 12;

/** Fetches a file of the family; the same one once. */
function fetcher(family: string): <T>(name: string) => Promise<T> {
  const files = new Map<string, () => Promise<unknown>>();
  const load = async (name: string): Promise<unknown> => {
    const response = await fetch(withBase(import.meta.env.BASE_URL, family + name));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response.json();
  };
  return <T>(name: string) => {
    const file = files.get(name) ?? once(() => load(name));
    files.set(name, file);
    return file() as Promise<T>;
  };
}

type Get = ReturnType<typeof fetcher>;

/** Pages of a group by what they are worth: those that all terms have. */
function inAll(lists: readonly ReadonlyMap<number, number>[]): [number, number][] {
  const [first = new Map<number, number>(), ...rest] = lists;
  return [...first].flatMap(([at, worth]) => {
    const others = rest.map((list) => list.get(at));
    if (others.includes(undefined)) return [];
    const sum = others.reduce<number>((total, one) => total + (one ?? 0), worth);
    return [[at, sum / lists.length] as [number, number]];
  });
}

/** For each group that holds the term, its pages and what they are worth. */
async function pagesWith(term: string, { shards }: FamilyIndex, get: Get) {
  const lines = await get<readonly string[]>(`shards/${shardOf(term, shards)}.json`);
  return new Map(
    lines.map((line) => {
      const holders = holdersIn(line, term).map(({ at, named }) => [at, named ? NAMED : HELD] as const);
      return [groupOfLine(line), new Map(holders)] as const;
    }),
  );
}

async function page(get: Get, group: string, at: number, terms: readonly string[]) {
  const rows = await get<readonly TextRow[]>(`${group}/${Math.floor(at / TOGETHER)}.json`);
  const row = rows[at % TOGETHER];
  if (!row) throw new Error(`${group} ${at}: gone`);
  const [path, title, text] = row;
  return { path, title, text: '', excerpt: excerptOf(text, terms) };
}

/** The newest notices come first where nothing else tells them apart. */
const ordered = (pages: [number, number][]) => pages.sort(([a, x], [b, y]) => y - x || b - a);

/** Opens a family. Fails when its index cannot be fetched. */
export async function openShards(family: string): Promise<FullText> {
  const get = fetcher(family);
  const index = await get<FamilyIndex>('index.json');
  const find = async (terms: readonly string[]): Promise<PageHit[]> => {
    const asked = terms.filter(isTerm);
    if (asked.length === 0) return [];
    const held = await Promise.all(asked.map((term) => pagesWith(term, index, get)));
    return Object.entries(index.groups).flatMap(([group, county]) => {
      const about = { kind: kindOfGroup(group), ...(county && { county }) };
      const pages = inAll(held.map((groups) => groups.get(group) ?? new Map<number, number>()));
      return ordered(pages).map(([at, score]): PageHit => {
        const data = async () => ({ ...(await page(get, group, at, asked)), ...about });
        return { id: `${family}${group}/${at}`, score, ...about, data };
      });
    });
  };
  return { find };
}
