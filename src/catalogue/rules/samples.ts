import { isSampleNumber } from '../../domain/phones.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Contents } from '../contents.ts';
import type { Entry } from '../entry.ts';
import { positionsOf } from '../position.ts';

/** Landlines with area code. Mobiles stand nowhere: the rule of privacy finds them. */
const NUMBERS = /(?<![\d-])0\d{2,3}[-－—]?\d{7,8}(?!\d)/g;

const isSample = ({ file }: Entry) => file.startsWith('samples/');

/** A sample number stands on no real page; a sample carries none that rings somewhere (design §2.2). */
export const checkSampleNumbers = ({ entries }: Contents): Problem[] => entries.flatMap(mixedNumbers);

function mixedNumbers(entry: Entry): Problem[] {
  const position = positionsOf(entry.text);
  return [...entry.text.matchAll(NUMBERS)]
    .filter(([number]) => isSampleNumber(number.replace(/[－—]/, '-')) !== isSample(entry))
    .map((match): Problem => ({
      kind: 'sample',
      severity: 'error',
      file: entry.file,
      ...position(match.index),
      ...(isSample(entry)
        ? {
            message: `示例里不能有打得通的号码 ${match[0]}`,
            remedy: '改成示例号码，例如 "0833-0100000"，或热线 "12348"',
          }
        : { message: `${match[0]} 是示例号码，打不通`, remedy: '写真实的办公电话；不知道就不写' }),
    }));
}
