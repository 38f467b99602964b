/** The offices of a region that a text means: a place in front narrows what follows it. */
import type { FinderHit } from './found.ts';
import { find } from './find.ts';
import { hasHan, normalise } from './normalise.ts';
import type { FinderPlace } from './places.ts';
import { keyOf, type RegionIndex } from './shards.ts';

/** The shard that holds what a text begins with. */
export type AskShard = (key: string) => Promise<RegionIndex>;

/** An answer with the address of its site; absent where none is known. */
export interface FoundThere extends FinderHit {
  readonly url?: string | undefined;
}

/** What was found, and what of the text names no place: a trouble, as a rule. */
interface RegionAnswer {
  readonly found: readonly FoundThere[];
  readonly rest: string;
}

/** `/offices/<code>/` is a page of the region; what lies behind it is the city's. */
const THERE = /^\/offices\/(\d{4,6})\/(.+)$/;

function placed(found: FinderHit, { roots }: RegionIndex): FoundThere {
  const [, code = '', rest] = THERE.exec(found.path) ?? [];
  if (rest === undefined) return found;
  const root = roots.get(code);
  return { ...found, path: `/offices/${code}/`, ...(root && { url: `${root}offices/${rest}` }) };
}

const found = (index: RegionIndex, text: string): FoundThere[] =>
  find(index, text).map((one) => placed(one, index));

/** The names of a shard with which a text begins, the longest first; 犍为 for 犍为县 too. */
function named({ places }: RegionIndex, text: string): { place: FinderPlace; length: number }[] {
  return places
    .flatMap((place) => {
      const { name, tail } = place.word;
      const length = [name.length, tail].find((one) => one > 1 && text.startsWith(name.slice(0, one)));
      return length === undefined ? [] : [{ place, length }];
    })
    .toSorted((a, b) => b.length - a.length);
}

/** Of what was found the ones within a city, or a county of it. */
const within = (list: readonly FoundThere[], { slug, name }: FinderPlace['county']): FoundThere[] => {
  const [code = '', county] = slug.split('/');
  return list.filter(
    ({ path, county: where }) => path === `/offices/${code}/` && (county === undefined || where === name),
  );
};

/** What is asked for by its name anyway. */
const OFFICE = /^的?司法所?/u;

/** The offices that a text means, a shard or two asked for; nothing while it is too short to be looked up. */
export async function findInRegion(text: string, ask: AskShard): Promise<RegionAnswer> {
  const typed = normalise(text);
  const key = keyOf(typed);
  if (key === undefined) return { found: [], rest: typed };
  const index = await ask(key);
  const direct = found(index, typed);
  const fronts = hasHan(typed) ? named(index, typed) : [];
  const length = fronts[0]?.length ?? 0;
  const rest = typed.slice(length);
  if (direct.length > 0) return { found: direct, rest: length > 0 ? rest.replace(OFFICE, '') : '' };
  if (length === 0 || rest === '') return { found: [], rest: typed };
  const same = fronts.filter((one) => one.length === length);
  const further = await findInRegion(rest, ask);
  const narrowed = same.flatMap(({ place }) => within(further.found, place.county));
  if (narrowed.length > 0) return { found: narrowed, rest: further.rest };
  return { found: found(index, typed.slice(0, length)), rest };
}
