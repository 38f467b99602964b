/** The shards of a region's places, each fetched once. */
import { decodePlaces, shardOf, shardPath } from '../../domain/finder/shards.ts';
import type { PlacesFile, RegionIndex } from '../../domain/finder/shards.ts';
import { withBase } from '../../domain/urls.ts';
import { once } from '../search/once.ts';

const shards = new Map<number, () => Promise<RegionIndex>>();

async function fetched(number: number): Promise<RegionIndex> {
  const response = await fetch(withBase(import.meta.env.BASE_URL, shardPath(number)));
  if (!response.ok) throw new Error(`${shardPath(number)}: ${response.status}`);
  return decodePlaces((await response.json()) as PlacesFile);
}

/** The shard that holds a key, of so many. */
export function askShard(key: string, count: number): Promise<RegionIndex> {
  const number = shardOf(key, count);
  const ask = shards.get(number) ?? once(() => fetched(number));
  shards.set(number, ask);
  return ask();
}

/** How many shards the page says that there are. */
export const shardsOn = (inside: Element): number =>
  Number(inside.closest('[data-shards]')?.getAttribute('data-shards') ?? 1);
