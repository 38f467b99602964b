/** People in danger are told whom to call before anything is ranked. */
import { alarmJudge, charactersOf, kindsOf, unbroken, type Alarm } from './alarm.ts';

/** A number to call, and what it is. */
interface UrgentCall {
  readonly number: string;
  readonly name: string;
}

/** A guide to go on with, once nobody is in danger. */
interface UrgentGuide {
  readonly path: string;
  readonly title: string;
}

/** One kind of danger: how people say it, whom to call, what to do now. */
export interface Urgent {
  readonly title: string;
  /**
   * Ways of saying it: `…` stands for up to four characters of a phrase, `/` between words for any of them, `，` for
   * the end of the text.
   */
  readonly say: readonly string[];
  /** Harmless words that sound like it; they divide a text. */
  readonly except: readonly string[];
  readonly call: readonly UrgentCall[];
  readonly now: readonly string[];
  readonly guides: readonly UrgentGuide[];
  /** Pages that must not be offered to people in this danger. */
  readonly avoid: readonly string[];
  /** True where somebody near may look at the screen: the page can be left at once. */
  readonly hide: boolean;
}

/** `data/search/urgent.gbk.txt`: in the order in which they are shown. */
export interface UrgentIndex {
  readonly alarm: Alarm;
  readonly urgent: readonly Urgent[];
}

const GAP = '[^ ]{0,4}?';
/** How much a way of saying adds to what was learnt: enough for all but what is clearly an everyday matter. */
const SAID = 1;
/** From here on a card is shown, for what only sounds like danger a line. */
const SURE = -0.2;
const POSSIBLE = -1.2;
/** What is not clearly danger, and sounds like more kinds of it than these, tells of none. */
const CLEAR = 1;
const MOST_KINDS = 3;
/** Fewer characters tell nothing by themselves: somebody is still writing. */
const ENOUGH = 3;
const UNTOLD = -1.1;
const LITERAL = /[.*+?^${}()|[\]\\]/g;

const escaped = (text: string): string => text.replace(LITERAL, '\\$&');
const anyOf = (words: readonly string[]): string => `(?:${words.map(escaped).join('|')})`;

/** The pattern that a way of saying stands for. */
const patternOf = (say: string): string =>
  say
    .split('…')
    .map((part) => anyOf(part.split('/')))
    .join(GAP);

/** Longer words first, so that the shorter ones within them leave nothing over. */
const byLength = (a: string, b: string): number => b.length - a.length;

/** How a text speaks of danger. */
export interface Hearing {
  /** The dangers that it surely speaks of, the most pressing first. */
  readonly sure: Urgent[];
  /** True where none is sure, but one is possible. */
  readonly possible: boolean;
}

/** Of a text that was not asked about. */
export const NO_DANGER: Hearing = { sure: [], possible: false };

/** Whether the words must stay in no address and no title: somebody near may look at the screen. */
export const leavesNoTrace = ({ sure, possible }: Hearing): boolean =>
  possible || sure.some(({ hide }) => hide);

/** Makes the question that is asked before any ranking: by the ways of saying, and by what was learnt beside them. */
export function dangerHearing({ alarm, urgent }: UrgentIndex): (text: string) => Hearing {
  const kinds = urgent.map((one) => ({
    one,
    means: new RegExp(one.say.map(patternOf).join('|'), 'u'),
    harmless: one.except.length > 0 ? new RegExp(anyOf([...one.except].sort(byLength)), 'gu') : undefined,
  }));
  const alarmOf = alarmJudge(alarm);
  return (text) => {
    const asked = `${unbroken(text)}，`;
    const said = kinds.filter(({ means, harmless }) =>
      means.test(harmless ? asked.replace(harmless, ' ') : asked),
    );
    const tells = charactersOf(text).length >= ENOUGH;
    const learnt = tells ? alarmOf(text) : UNTOLD;
    const sum = learnt + (said.length > 0 ? SAID : 0);
    if (sum < SURE) return { sure: [], possible: tells && sum >= POSSIBLE };
    const likely = learnt < SURE ? [] : kindsOf(alarm, text).map((kind) => kinds[kind]);
    if (said.length === 0 && learnt < CLEAR && likely.length > MOST_KINDS)
      return { sure: [], possible: true };
    const sure = kinds.filter((kind) => said.includes(kind) || likely.includes(kind));
    return { sure: sure.map(({ one }) => one), possible: false };
  };
}

/** Whether a page may be offered to people in these dangers. */
export const mayOffer =
  (dangers: readonly Urgent[]) =>
  ({ path }: { readonly path: string }): boolean =>
    !dangers.some(({ avoid }) => avoid.includes(path));
