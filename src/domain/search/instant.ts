import { find } from '../finder/find.ts';
import type { FinderIndex, FinderOffice } from '../finder/places.ts';
import { paths } from '../urls.ts';
import { guideMatcher, type Likely, type ScoredAnswer } from './guides.ts';
import { bareTownship } from './names.ts';
import { withoutAsking } from './stop.ts';
import { plain } from './tokens.ts';
import { listOf, type Answer, type InstantIndex } from './types.ts';

/** Below this an answer is a guess, and no answer is better than a guess. */
const LEAST = 10;
/** An answer far behind the best one only distracts. */
const NEAR = 0.2;
const MOST_GUIDES = 4;
const MOST_PLACES = 8;
const MOST_MENTIONED = 3;

const byScore = (a: ScoredAnswer, b: ScoredAnswer) => b.score - a.score;

function likeliest(list: readonly ScoredAnswer[]): Answer[] {
  const sorted = list.filter(({ score }) => score >= LEAST).sort(byScore);
  const least = (sorted[0]?.score ?? 0) * NEAR;
  return sorted
    .filter(({ score }) => score >= least)
    .slice(0, MOST_GUIDES)
    .map(({ answer }) => answer);
}

/** The offices or counties that the whole text names. */
const named = (index: FinderIndex, text: string): Answer[] =>
  find(index, text)
    .slice(0, MOST_PLACES)
    .map(({ path, name, county, why }) => ({ path, title: name, kind: '司法所', county, text: why }));

/**
 * True when a township's name stands in a text; one of today may lack its kind in front, where it must not be a single
 * character. Former names are too often everyday words (车子乡).
 */
function mentions(text: string, name: string, office: FinderOffice): boolean {
  const bare = bareTownship(name);
  return text.includes(name) || (office.name.includes(name) && bare.length > 1 && text.startsWith(bare));
}

const officeAnswer = ({ id, name, county }: FinderOffice): Answer => ({
  path: paths.office(id),
  title: name,
  kind: '司法所',
  county: county.name,
  text: '',
});

/** The offices whose township is named beside a trouble: 苏稽镇离婚. */
function mentioned({ offices }: FinderIndex, text: string): Answer[] {
  const there = offices.filter((office) => office.townships.some((name) => mentions(text, name, office)));
  const inCounty = there.filter(({ county }) => text.includes(county.name));
  return (inCounty.length ? inCounty : there).slice(0, MOST_MENTIONED).map(officeAnswer);
}

/** Fewer characters than these are said by chance; a smaller share of the text leaves more to be said. */
const SAID = 3;
const SAID_SHARE = 0.6;

/**
 * Makes the judge of texts that say in full what leads to a guide, or the name of a township: how others have asked
 * adds nothing to them.
 */
export function saysInFull(index: InstantIndex, places?: FinderIndex): (text: string) => boolean {
  const said = [
    ...index.guides.flatMap(({ title, also }) => [title, ...listOf(also)]),
    ...index.words.flatMap(({ say }) => listOf(say)),
  ].filter((one) => [...one].length >= SAID);
  return (text) => {
    const asked = plain(text);
    const least = SAID_SHARE * [...withoutAsking(asked).join('')].length;
    return (
      said.some((one) => [...one].length >= least && asked.includes(one)) ||
      (places !== undefined && named(places, text).length > 0)
    );
  };
}

/**
 * Makes the instant answers: a pure function of what was typed. A text that names a place gets its offices first;
 * a trouble gets its guides first, then the office of a township that it mentions. `likely` is what `askedJudge` says.
 * `guides` is the matcher of the index, where it has been made.
 */
export function createInstant(
  index: InstantIndex,
  places?: FinderIndex,
  guides = guideMatcher(index),
): (text: string, likely?: Likely) => Answer[] {
  return (text, likely) => {
    const offices = places ? named(places, text) : [];
    const found = likeliest(guides(text, likely));
    if (offices.length > 0) return [...offices, ...found];
    return [...found, ...(places ? mentioned(places, plain(text)) : [])];
  };
}
