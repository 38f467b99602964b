/** Numbers as people write them: in one piece, in groups, over lines and cells, with words between (facts F2). */
import { MARKUP } from './normalise.ts';

/**
 * How far apart two groups of digits stand: `tight` by what people put into a number (spaces, hyphens, dots, marks of
 * Markdown), `loose` by what also parts two numbers (a comma, a cell, a line), `far` by a few words.
 */
const APART = ['tight', 'loose', 'far', 'none'] as const;
type Apart = (typeof APART)[number];

export interface DigitString {
  /** Digits only; a check letter as `X`. */
  readonly digits: string;
  /** How long each group is. */
  readonly groups: readonly number[];
  /** The widest of its gaps. */
  readonly apart: Apart;
  /** No other digits stand beside it as near as its own do to one another. */
  readonly isWhole: boolean;
  readonly start: number;
  readonly end: number;
}

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** How far behind the group before. */
  readonly gap: Apart;
  /** Letters right before or behind it make it part of a key or a name, not a number of its own. */
  readonly begins: boolean;
  readonly ends: boolean;
}

const LONGEST = 19;
const SHORTEST = 11;
const WIDEST = 48;

const GROUPS = /\d+[XxХх×]?|(?<![A-Za-z\d])[XxХх×](?![A-Za-z\d])/g;
const TIGHT = /^[ \t\u00A0\-·•._、‐-―−/~+]{0,3}$/;
const LOOSE = /^(?:[^\p{L}\p{N}]{1,8}|\]\([^()\s]{0,40}\))$/u;
const FAR = /^(?=.*[\u4e00-\u9fa5])[^\dA-Za-z\n]{1,8}$/;
const MARKS = /[*`~\\<{]/;

const rankOf = (apart: Apart) => APART.indexOf(apart);

function gapOf(between: string): Apart {
  if (between.length > WIDEST) return 'none';
  if (TIGHT.test(between)) return 'tight';
  const bare = MARKS.test(between) ? between.replace(MARKUP, '') : between;
  if (TIGHT.test(bare)) return 'tight';
  if (LOOSE.test(bare)) return 'loose';
  return FAR.test(bare) ? 'far' : 'none';
}

/** A word of at most a dozen letters may be glued to a number; more, or letters and digits in turn, is a key. */
const GLUED_BEFORE = /(?:^|[^0-9A-Za-z])[A-Za-z]{0,12}$/;
const GLUED_BEHIND = /^[A-Za-z]{0,12}(?:[^0-9A-Za-z]|$)/;
const LETTER = /[A-Za-z]/;

function* groupsIn(text: string): Generator<Group> {
  let last = -WIDEST * 2;
  for (const { 0: written, index: start } of text.matchAll(GROUPS)) {
    const end = start + written.length;
    const before = LETTER.test(text[start - 1] ?? '') ? text.slice(Math.max(0, start - 14), start) : '';
    const behind = LETTER.test(text[end] ?? '') ? text.slice(end, end + 14) : '';
    yield {
      digits: written.replace(/[xХх×]$/, 'X'),
      start,
      end,
      gap: start - last > WIDEST ? 'none' : gapOf(text.slice(last, start)),
      begins: GLUED_BEFORE.test(before),
      ends: GLUED_BEHIND.test(behind),
    };
    last = end;
  }
}

/** Every run of digits that is long enough to be a number of a person, whole or as part of a longer run of groups. */
export function* digitStrings(text: string): Generator<DigitString> {
  const groups = [...groupsIn(text)];
  for (const [first, { begins, digits }] of groups.entries())
    if (begins && digits !== 'X') yield* joinedFrom(groups, first);
}

/** The groups from one on, joined one after another until too long. */
function* joinedFrom(groups: readonly Group[], first: number): Generator<DigitString> {
  const { start = 0, gap: before = 'none' } = groups[first] ?? {};
  let digits = '';
  let apart: Apart = 'tight';
  const lengths: number[] = [];
  for (let at = first; at < groups.length; at += 1) {
    const group = groups[at];
    if (!group || (at > first && group.gap === 'none') || digits.includes('X')) return;
    if (at > first && rankOf(group.gap) > rankOf(apart)) apart = group.gap;
    digits += group.digits;
    lengths.push(group.digits.length);
    if (digits.length > LONGEST + 1) return;
    if (digits.length < SHORTEST || !group.ends) continue;
    const after = groups[at + 1]?.gap ?? 'none';
    const isWhole = rankOf(before) > rankOf(apart) && rankOf(after) > rankOf(apart);
    yield { ...trimmed(digits, lengths), apart, isWhole, start, end: group.end };
  }
}

/** An `x` behind anything but seventeen digits is a letter, no check of an identity number. */
function trimmed(digits: string, groups: readonly number[]): Pick<DigitString, 'digits' | 'groups'> {
  if (!digits.endsWith('X') || digits.length === 18) return { digits, groups: [...groups] };
  const shorter = [...groups.slice(0, -1), (groups.at(-1) ?? 1) - 1].filter((one) => one > 0);
  return { digits: digits.slice(0, -1), groups: shorter };
}

/** True where a group begins with a nought, as no figure does. */
export const hasLeadingNought = ({ digits, groups }: DigitString) => {
  let at = 0;
  return groups.some((length) => {
    const isLeading = at > 0 && length > 1 && digits[at] === '0';
    at += length;
    return isLeading;
  });
};
