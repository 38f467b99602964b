/** Old Word, Excel and WPS files: whatever text can be seen in their bytes; long numbers only are told of it. */
import { latin } from './bytes.ts';
import type { Extract } from './extracted.ts';

const SEEN = /[\x20-\x7e]{11,}/g;
const SEEN_WIDE = /[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]{11,}/g;

const runsOf = (text: string, seen: RegExp) => (text.match(seen) ?? []).join('\n');

/** Text is kept in one or two bytes a character, the latter at even or odd places. */
export function compoundTexts(bytes: Uint8Array): Extract[] {
  const wide = (from: number) => Buffer.from(bytes.subarray(from)).toString('utf16le');
  const texts = [runsOf(latin(bytes), SEEN), runsOf(wide(0), SEEN_WIDE), runsOf(wide(1), SEEN_WIDE)];
  return [
    {
      part: '文件里',
      text: texts.filter(Boolean).join('\n\n').replaceAll('\n', ' \u0001 '),
      numbersOnly: true,
    },
  ];
}
