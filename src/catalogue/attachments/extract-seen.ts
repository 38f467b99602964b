/** Whatever text can be seen in bytes whose format is not known; long numbers only are told of it. */
import { latin } from './bytes.ts';
import type { Extract } from './extracted.ts';

const SEEN = /[\x20-\x7e]{11,}/g;
const SEEN_WIDE = /[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]{11,}/g;

/** Apart enough that no number is made of two texts. */
const APART = ' \u0001 ------------ \u0001 ';

const runsOf = (text: string, seen: RegExp) => text.match(seen) ?? [];

/** Text is kept in one or two bytes a character, the latter in either order and at even or odd places. */
export function seenIn(bytes: Uint8Array): Omit<Extract, 'part'> {
  const wide = (encoding: string, from: number) => new TextDecoder(encoding).decode(bytes.subarray(from));
  const runs = [
    ...runsOf(latin(bytes), SEEN),
    ...[0, 1].flatMap((from) => runsOf(wide('utf-16le', from), SEEN_WIDE)),
    ...[0, 1].flatMap((from) => runsOf(wide('utf-16be', from), SEEN_WIDE)),
  ];
  return { text: runs.join(APART), numbersOnly: true };
}
