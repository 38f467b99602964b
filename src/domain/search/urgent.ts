/** People in danger are told whom to call before anything is ranked. */
import { plain } from './tokens.ts';

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

/** `data/search/urgent.json`: in the order in which they are shown. */
export interface UrgentIndex {
  readonly urgent: readonly Urgent[];
}

const GAP = '[^ ]{0,4}?';
const BREAK = /[^\p{L}\p{N}]+/gu;
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

/** Makes the question that is asked before any ranking: which dangers a text speaks of, the most pressing first. */
export function urgentMatcher({ urgent }: UrgentIndex): (text: string) => Urgent[] {
  const kinds = urgent.map((one) => ({
    one,
    means: new RegExp(one.say.map(patternOf).join('|'), 'u'),
    harmless: one.except.length > 0 ? new RegExp(anyOf([...one.except].sort(byLength)), 'gu') : undefined,
  }));
  return (text) => {
    const asked = `${plain(text).replace(BREAK, '')}，`;
    return kinds
      .filter(({ means, harmless }) => means.test(harmless ? asked.replace(harmless, ' ') : asked))
      .map(({ one }) => one);
  };
}

/** Whether a page may be offered to people in these dangers. */
export const mayOffer =
  (dangers: readonly Urgent[]) =>
  ({ path }: { readonly path: string }): boolean =>
    !dangers.some(({ avoid }) => avoid.includes(path));
