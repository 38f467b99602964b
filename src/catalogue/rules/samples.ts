import { isSampleNumber } from '../../domain/phones.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Contents } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { textsOf } from '../loose.ts';
import { positionsOf } from '../position.ts';

/** Landlines with area code. Mobiles stand nowhere: the rule of privacy finds them. */
const NUMBERS = /(?<![\d-])0\d{2,3}[-－—]?\d{7,8}(?!\d)/g;

const isSample = ({ file }: Entry) => file.startsWith('samples/');

/** A sample number stands on no real page; a sample carries none that rings somewhere (design §2.2). */
export const checkSampleNumbers = ({ entries }: Contents): Problem[] => entries.flatMap(mixedNumbers);

/** A form has values without a text; there a number is named by its field. */
function mixedNumbers(entry: Entry): Problem[] {
  if (entry.notation === 'form')
    return [...textsOf(entry.raw)].flatMap(([path, text]) =>
      numbersIn(text, entry).map(([number]) =>
        problemAt(entry, { kind: 'sample', path, ...wordsFor(number, entry) }),
      ),
    );
  const position = positionsOf(entry.text);
  return numbersIn(entry.text, entry).map((match): Problem => ({
    kind: 'sample',
    severity: 'error',
    file: entry.file,
    ...position(match.index),
    ...wordsFor(match[0], entry),
  }));
}

const numbersIn = (text: string, entry: Entry) =>
  [...text.matchAll(NUMBERS)].filter(
    ([number]) => isSampleNumber(number.replace(/[－—]/, '-')) !== isSample(entry),
  );

const wordsFor = (number: string, entry: Entry) =>
  isSample(entry)
    ? {
        message: `示例里不能有打得通的号码 ${number}`,
        remedy: '改成示例号码，例如 "0833-0100000"，或热线 "12348"',
      }
    : { message: `${number} 是示例号码，打不通`, remedy: '写真实的办公电话；不知道就不写' };
