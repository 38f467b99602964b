/** Numbers as people write them: in one piece, or in groups with spaces, hyphens or dots between (facts F2). */

export interface DigitString {
  /** Digits only; a check letter as `X`. */
  readonly digits: string;
  /** How long each group is. */
  readonly groups: readonly number[];
  readonly start: number;
  readonly end: number;
}

const BETWEEN = '[ \\t\\u00A0\\-·•._、‐-―−]{1,2}';
const GROUP = '\\d+[Xx]?(?![A-Za-z])|[Xx](?![0-9A-Za-z])';
const RUN = new RegExp(`(?<![0-9A-Za-z])(?:${GROUP})(?:${BETWEEN}(?:${GROUP}))*(?![0-9A-Za-z])`, 'g');
const EACH_GROUP = /\d+[Xx]?|[Xx]/g;
const LONGEST = 19;
const SHORTEST = 11;

interface Group {
  readonly digits: string;
  readonly start: number;
}

/** Every run of digits that is long enough to be a number of a person, whole or as part of a longer run of groups. */
export function* digitStrings(text: string): Generator<DigitString> {
  for (const run of text.matchAll(RUN)) {
    if (run[0].length < SHORTEST) continue;
    const groups = [...run[0].matchAll(EACH_GROUP)].map((group): Group => ({
      digits: group[0],
      start: run.index + group.index,
    }));
    for (const [first] of groups.entries()) yield* joinedFrom(groups, first);
  }
}

/** The groups from one on, joined one after another until too long. */
function* joinedFrom(groups: readonly Group[], first: number): Generator<DigitString> {
  const start = groups[first]?.start ?? 0;
  let digits = '';
  const lengths: number[] = [];
  for (const group of groups.slice(first, first + LONGEST)) {
    if (/X/i.test(digits)) return;
    digits += group.digits;
    lengths.push(group.digits.length);
    if (digits.length > LONGEST) return;
    const end = group.start + group.digits.length;
    if (digits.length >= SHORTEST) yield { digits: digits.toUpperCase(), groups: [...lengths], start, end };
  }
}
