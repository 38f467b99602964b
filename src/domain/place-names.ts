/** Finds the office for a typed name of a township, a village or a community: plain comparison, no index. */

export interface NamedPlace {
  /** The county's names, full and short. */
  readonly county: readonly string[];
  /** Townships served, and what they were called before. */
  readonly townships: readonly string[];
  readonly villages: readonly string[];
}

export interface FoundPlace<T> {
  readonly place: T;
  /** The name that was meant. */
  readonly name: string;
}

const ENDING = /(?:司法所|街道办事处|街道|镇|(?:[\u4e00-\u9fff]族)?乡|村委会|居委会|村|社区)$/;

/** A name without the word for what it is: 罗城镇 and 罗城 are the same to who asks. One character stays as it is. */
export function bareName(name: string): string {
  const bare = name.replace(/司法所$/, '').replace(ENDING, '');
  return bare.length > 1 ? bare : name;
}

/** How well a name answers: the very name, the name without its ending, its beginning; 0 for not at all. */
function answers(name: string, typed: string): number {
  if (name === typed) return 3;
  if (bareName(name) === bareName(typed)) return 2;
  return typed.length > 1 && name.startsWith(typed) ? 1 : 0;
}

/** What is left of the typed words when the county is said first: 犍为罗城 asks for 罗城 in 犍为县. */
function withinCounty(typed: string, county: readonly string[]): string | undefined {
  const named = [...county].sort((a, b) => b.length - a.length).find((name) => typed.startsWith(name));
  const rest = named === undefined ? '' : typed.slice(named.length);
  return rest === '' ? undefined : rest;
}

/** The places that answer best, in their order; a name that occurs in several places gives all of them. */
export function findPlaces<T extends NamedPlace>(text: string, places: readonly T[]): FoundPlace<T>[] {
  const typed = text.replace(/[\s\u3000]/g, '');
  if (typed === '') return [];
  const scored = places.flatMap((place) => {
    const wanted = withinCounty(typed, place.county);
    const best = [...place.townships, ...place.villages]
      .map((name) => ({
        name,
        score: Math.max(answers(name, typed), wanted === undefined ? 0 : answers(name, wanted)),
      }))
      .sort((a, b) => b.score - a.score)[0];
    return best && best.score > 0 ? [{ place, ...best }] : [];
  });
  const top = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === top).map(({ place, name }) => ({ place, name }));
}
