/** What the cities of a region answer alike: their guides as one list, each with the cities that have it. */
import { listOf, type InstantGuide, type InstantIndex, type InstantWord } from '../domain/search/types.ts';
import { guideLetters } from './pinyin.ts';

interface Held<T> {
  /** How many cities say it so; the first that did. */
  readonly ways: Map<string, { readonly one: T; count: number }>;
  readonly cities: number[];
}

/** A guide of the region. */
export interface RegionGuide {
  readonly guide: InstantGuide;
  /** Places in the list of cities. */
  readonly cities: readonly number[];
}

/** Adds what a city says of something; what most cities say is what the region says. */
function add<T>(held: Map<string, Held<T>>, key: string, one: T, city: number): void {
  const known = held.get(key) ?? { ways: new Map<string, { one: T; count: number }>(), cities: [] };
  const said = JSON.stringify(one);
  const way = known.ways.get(said) ?? { one, count: 0 };
  way.count += 1;
  known.ways.set(said, way);
  if (known.cities.at(-1) !== city) known.cities.push(city);
  held.set(key, known);
}

const usual = <T>({ ways }: Held<T>): T =>
  [...ways.values()].reduce((best, way) => (way.count > best.count ? way : best)).one;

const SERVICE = /^\/services\/[a-z0-9-]+\/$/;
const MATTER = /^\/elsewhere\/#([\w-]+)$/;

/** Where the region tells of it: guides have a page each, what others handle stands below their list. */
const pathHere = (path: string): string | undefined =>
  SERVICE.test(path) ? path : path.replace(MATTER, '/services/#$1').match(/^\/services\/#.+/)?.[0];

/** A guide with how it is typed in letters; cities keep that apart from what a region takes of them. */
const spelt = (guide: InstantGuide): InstantGuide =>
  guide.also && SERVICE.test(guide.path)
    ? { ...guide, letters: guideLetters(guide.title, listOf(guide.also)) }
    : guide;

interface Word extends Omit<InstantWord, 'to'> {
  readonly to: readonly string[];
}

/** The guides of all cities, and `data/search/instant.json` of the region. */
export function regionGuides(cities: readonly (InstantIndex | undefined)[]): {
  guides: readonly RegionGuide[];
  index: InstantIndex;
} {
  const guides = new Map<string, Held<InstantGuide>>();
  const words = new Map<string, Held<Word>>();
  cities.forEach((city, at) => {
    for (const guide of city?.guides ?? []) {
      const path = pathHere(guide.path);
      if (path) add(guides, path, { ...guide, path }, at);
    }
    for (const { to, ...word } of city?.words ?? []) {
      const paths = to.flatMap((one) => pathHere(city?.guides[one]?.path ?? '') ?? []);
      if (paths.length > 0 || word.official) add(words, word.say, { ...word, to: paths }, at);
    }
  });
  const list = [...guides.values()].map((held) => ({ guide: spelt(usual(held)), cities: held.cities }));
  const at = new Map(list.map(({ guide }, index) => [guide.path, index]));
  return {
    guides: list,
    index: {
      pages: list.length,
      guides: list.map(({ guide }) => guide),
      words: [...words.values()].map((held) => {
        const { to, ...word } = usual(held);
        return { ...word, to: to.flatMap((path) => at.get(path) ?? []) };
      }),
    },
  };
}
