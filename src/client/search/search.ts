/** What a search asks, from the quickest to the slowest; what was fetched is kept for the next search. */
import { findNear } from '../../domain/finder/near.ts';
import { joinSounds } from '../../domain/finder/sounds.ts';
import { guidesBySound } from '../../domain/search/by-sound.ts';
import { FIRST_FILE, unpackFirst } from '../../domain/search/first.ts';
import { guideMatcher } from '../../domain/search/guides.ts';
import { FAMILIES } from '../../domain/search/shards.ts';
import {
  ASKED_FILES,
  askedJudge,
  filesFor,
  type AskedAnswers,
  type AskedIndex,
} from '../../domain/search/asked.ts';
import { createInstant, saysInFull } from '../../domain/search/instant.ts';
import type { Answer, InstantIndex, MoreIndex } from '../../domain/search/types.ts';
import { wholeIndex } from '../../domain/search/whole.ts';
import { fetched, fetchedBytes } from '../fetched.ts';
import { homophones, townships, villages } from '../finder/names.ts';
import { fullTextOf, type FullTextAnswer } from './full-text.ts';
import type { FullText } from './hit.ts';
import { once, orNothing } from './once.ts';
import { openPagefind } from './pagefind.ts';
import type { Query } from './query.ts';
import { openShards } from './shards.ts';

const NO_WORDS: InstantIndex = { pages: 1, guides: [], words: [] };

const list = <T>(path: string) => once(() => fetched<T>(path));

const first = once(async () => unpackFirst(await fetchedBytes(FIRST_FILE)));
const more = list<MoreIndex>('/data/search/more.json');
const words = once(async () => wholeIndex(...(await Promise.all([first(), more()]))));
const matcher = once(async () => guideMatcher(await words()));
const answers = list<AskedAnswers>('/data/search/asked/answers.json');
const lines = new Map(ASKED_FILES.map((file) => [file, list<string>(`/data/search/asked/${file}.json`)]));

/** How others have asked what has to do with a question. */
async function askedLike(text: string): Promise<AskedIndex> {
  const parts = filesFor(text).map((file) => lines.get(file)?.());
  const [index, ...signs] = await Promise.all([answers(), ...parts]);
  return { ...index, signs: signs.join('\n') };
}

/** Guides, everyday words and townships: what a few kilobytes can tell. */
const quick = once(() => Promise.all([first(), orNothing(townships())]));
const saysAll = once(async () => saysInFull(...(await quick())));
const few = once(async () => createInstant(...(await quick())));

/** The same with all words; without what could not be fetched. */
const whole = once(async () => {
  const [lists, all] = await Promise.all([quick(), orNothing(matcher())]);
  return createInstant(...lists, all);
});

/** The same with how people have asked. */
async function learnt(text: string): Promise<Answer[]> {
  const [answer, questions] = await Promise.all([whole(), orNothing(askedLike(text))]);
  return answer(text, questions && askedJudge(questions)(text));
}

/** The first with villages. */
const thorough = once(async () => {
  const [index, guides, places] = await Promise.all([words(), matcher(), villages()]);
  return { index, places, answer: createInstant(index, places, guides) };
});

const searchOf = async (...parts: Promise<FullText>[]) => {
  const [index, places, ...open] = await Promise.all([orNothing(words()), orNothing(townships()), ...parts]);
  return fullTextOf(open, index ?? NO_WORDS, places);
};

const fullText = once(() => searchOf(openShards(FAMILIES.places), openShards(FAMILIES.guides)));

/** Knows single characters and beginnings of words, at ten times the bytes. */
const engine = once(() => searchOf(openPagefind()));

const narrowed = (answers: readonly Answer[], { kind, county }: Query): Answer[] =>
  answers.filter((one) => (!kind || one.kind === kind) && (!county || one.county === county));

/**
 * The first answers; how others have asked is fetched only where the question says nothing in full. Fails when the
 * words could not be fetched.
 */
export async function askInstant(query: Query): Promise<Answer[]> {
  const says = await saysAll();
  return narrowed(says(query.text) ? (await few())(query.text) : await learnt(query.text), query);
}

/** The villages, and guides and places by sound where nothing fits; nothing when they could not be fetched. */
export async function askVillages(query: Query): Promise<Answer[]> {
  const known = await orNothing(thorough());
  if (!known) return [];
  const { index, places, answer } = known;
  const found = answer(query.text);
  if (found.length > 0) return narrowed(found, query);
  const sounds = await orNothing(homophones());
  if (!sounds) return [];
  const guides = guidesBySound(index, joinSounds(sounds, places.sounds), query.text);
  const near = findNear(places, sounds, query.text).map(({ path, name: title, county, why }): Answer => ({
    path,
    title,
    kind: '司法所',
    county,
    text: why,
  }));
  return narrowed([...guides, ...near], query);
}

/** The full text; fails where it cannot be fetched. The engine is asked where nothing else finds anything. */
export async function askFullText(query: Query): Promise<FullTextAnswer> {
  const ask = await fullText();
  const answer = await ask(query.text, query);
  if (answer.ranked.length > 0) return answer;
  return (await orNothing(engine().then((more) => more(query.text, query)))) ?? answer;
}
