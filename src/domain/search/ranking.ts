/** What an engine finds: the same page has the same id in every answer. */
export interface Hit {
  readonly id: string;
  readonly score: number;
}

export interface Ranked<H extends Hit> {
  readonly hit: H;
  /** False for a page that holds only a part of what was asked. */
  readonly full: boolean;
}

interface SearchMatches<H extends Hit> {
  /** The pages that hold the whole query, letter by letter. */
  readonly exact: ReadonlyMap<string, H>;
  /** For each piece of the query, the pages that hold it. */
  readonly pieces: readonly ReadonlyMap<string, H>[];
  /** Whether people usually want such a page: these go before notices and systems. */
  readonly isPrimary: (hit: H) => boolean;
  /** How many pages there are. */
  readonly pages: number;
}

/** How much a piece tells: what stands on few pages tells more, what stands on none is probably a slip. */
const weightOf = (pages: number, found: number): number =>
  Math.log(1 + pages / (found + 0.5)) * (found > 0 ? 1 : 0.5);

const PRIMARY = 1.6;
/** Beyond so many full matches partial ones are not shown. */
const ENOUGH = 10;
const LEAST_VALUE = 0.25;
const LEAST_COVER = 0.3;

interface Candidate<H extends Hit> extends Ranked<H> {
  readonly cover: number;
  readonly value: number;
}

function assess<H extends Hit>(
  id: string,
  { exact, pieces, isPrimary, pages }: SearchMatches<H>,
): Candidate<H>[] {
  const whole = exact.get(id);
  const weights = pieces.map((found) => weightOf(pages, found.size));
  const held = pieces.map((found) => found.get(id));
  const hit = whole ?? held.find((one) => one !== undefined);
  if (!hit) return [];
  const total = weights.reduce((sum, one) => sum + one, 0) || 1;
  const covered = weights.reduce((sum, one, at) => sum + (held[at] ? one : 0), 0) / total;
  const cover = whole ? 1 : covered;
  const score = held.reduce((sum, one) => sum + (one?.score ?? 0), 0) || hit.score;
  const value = (score * cover ** 2 + (whole ? whole.score / 2 + 3 : 0)) * (isPrimary(hit) ? PRIMARY : 1);
  return [{ hit, cover, value, full: whole !== undefined || held.every((one) => one !== undefined) }];
}

/** The pages that hold enough of the query; where none holds enough, the ones that hold most. */
function partialOf<H extends Hit>(all: readonly Candidate<H>[]): Candidate<H>[] {
  const best = all[0]?.value ?? 0;
  const partial = all.filter((one) => !one.full);
  const good = partial.filter(({ value, cover }) => value > best * LEAST_VALUE && cover > LEAST_COVER);
  return good.length > 0 || partial.length < all.length ? good : partial.slice(0, ENOUGH);
}

/** Orders what was found: how much of the query a page holds, how well, and whether people usually want such a page. */
export function rankHits<H extends Hit>(evidence: SearchMatches<H>): Ranked<H>[] {
  const ids = new Set([...evidence.exact.keys(), ...evidence.pieces.flatMap((found) => [...found.keys()])]);
  const all = [...ids].flatMap((id) => assess(id, evidence)).sort((a, b) => b.value - a.value);
  const full = all.filter((one) => one.full);
  const partial = full.length < ENOUGH ? partialOf(all) : [];
  return [...full, ...partial].map(({ hit, full: whole }) => ({ hit, full: whole }));
}
