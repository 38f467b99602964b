/** How Chinese text is cut for searching; the same for what is indexed and for what is typed. */
import { simplified } from './simplify.ts';

const HAN = /\p{Script=Han}/u;

export const isHan = (text: string): boolean => HAN.test(text);

/** Half-width, lower case, simplified: `ＡＢＣ１２` and `abc12`, 蘇稽鎮 and 苏稽镇 are one. */
export const plain = (text: string): string => simplified(text.normalize('NFKC').toLowerCase());

/** The runs of Han characters, of Latin letters and of digits; everything else separates. */
export const runsOf = (text: string): string[] => plain(text).match(/\p{Script=Han}+|[a-z]+|\d+/gu) ?? [];

/** The overlapping pairs of a run of Han characters; any other run, or a single character, whole. */
export function gramsOf(run: string): string[] {
  const characters = [...run];
  if (!isHan(run) || characters.length < 2) return [run];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}

export const unique = <T>(list: Iterable<T>): T[] => [...new Set(list)];

/** All pairs and words of a text, each once. */
export const termsOf = (text: string): string[] => unique(runsOf(text).flatMap(gramsOf));

/** The Han characters of a text, then their pairs, each once: what is learnt from. */
export function signsOf(text: string): string[] {
  const characters = [...text].filter(isHan);
  return unique([...characters, ...characters.slice(1).map((one, at) => `${characters[at]}${one}`)]);
}

/** The digits of a text that is a telephone number, however it is written; undefined for any other text. */
export function phoneDigits(text: string): string | undefined {
  const digits = plain(text).replace(/[\s\-‐-―()]/gu, '');
  return /^\d{7,12}$/.test(digits) ? digits : undefined;
}
