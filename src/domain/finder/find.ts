import { foundAt, type FinderHit } from './found.ts';
import { costsOf } from './match.ts';
import { digitsOf, hasHan, triageWays } from './normalise.ts';
import type { FinderIndex, PlaceKind, FinderPlace } from './places.ts';

/** What a kind of name costs: today's township before the one that was, a village behind both. */
const COST_OF_KIND: Readonly<Record<PlaceKind, number>> = {
  township: 0,
  county: 0.5,
  misspelling: 6,
  former: 8,
  village: 12,
  formerVillage: 18,
  phone: 0,
  code: 0,
};

/** How many answers are shown; all places of the very name that was typed are shown beyond it. */
const SHOWN = 8;
const MOST = 40;

export interface ScoredPlace {
  readonly place: FinderPlace;
  readonly cost: number;
}

/** True when the name was typed in full: none of its namesakes may be kept back. */
const isNamesake = ({ place: { word } }: ScoredPlace, query: string) =>
  word.name === query || word.name.slice(0, word.tail) === query;

/** The best reason of each office, the cheapest first; the order of the city where they are equal. */
export function rank(scored: readonly ScoredPlace[], query: string, near = false): FinderHit[] {
  const best = new Map<string, ScoredPlace>();
  for (const one of scored) {
    const owner = one.place.office?.id ?? one.place.county.slug;
    const before = best.get(owner);
    if (!before || one.cost < before.cost) best.set(owner, one);
  }
  const sorted = [...best.values()].sort((a, b) => a.cost - b.cost);
  const shown = sorted.filter((one, at) => at < SHOWN || isNamesake(one, query));
  return shown.slice(0, MOST).map(({ place }) => foundAt(place, query, near));
}

/** A village's code begins with its township's; a postcode and a county's code have six digits. */
const TOWNSHIP_CODE = 9;
const isCode = (code: string, digits: string): boolean =>
  code === digits || (code.length === TOWNSHIP_CODE && digits.startsWith(code));

/** What a row of digits may be: a part of a telephone number, a division code, a postcode. */
function findDigits(index: FinderIndex, digits: string): FinderHit[] {
  const fitting = index.places.filter(({ kind, word: { name } }) =>
    kind === 'code' ? isCode(name, digits) : kind === 'phone' && name.replace(/\D/g, '').includes(digits),
  );
  return rank(
    fitting.map((place) => ({ place, cost: 0 })),
    digits,
  );
}

function findOne(index: FinderIndex, query: string): FinderHit[] {
  const costOf = costsOf(query, index);
  const scored = index.places.flatMap((place): ScoredPlace[] => {
    const cost = place.kind === 'phone' || place.kind === 'code' ? undefined : costOf(place);
    return cost === undefined ? [] : [{ place, cost: cost + COST_OF_KIND[place.kind] }];
  });
  return rank(scored, query);
}

/** The offices that a typed text may mean, the likeliest first; empty when no name fits. */
export function find(index: FinderIndex, text: string): FinderHit[] {
  const digits = digitsOf(text);
  if (digits) return findDigits(index, digits);
  for (const query of triageWays(text)) {
    // A single letter says too little; a single character may be a whole name (燕).
    if (query.length < 2 && !hasHan(query)) continue;
    if (query === index.city.name && index.counties.every(({ name }) => name !== query)) return [];
    const found = findOne(index, query);
    if (found.length > 0) return found;
  }
  return [];
}
