/** Digits in disguise: Chinese numerals, as spoken on the radio, in circles, letters that look like digits. */

/** What stands for each digit, from nought to nine. */
const FORMS = [
  '〇零○洞⓪⓿OoQ',
  '一壹幺①❶⑴Il',
  '二贰两②❷⑵',
  '三叁③❸⑶',
  '四肆④❹⑷',
  '五伍⑤❺⑸',
  '六陆⑥❻⑹',
  '七柒拐⑦❼⑺',
  '八捌⑧❽⑻',
  '九玖勾⑨❾⑼',
];
const DIGIT_OF = new Map(
  FORMS.flatMap((forms, digit) => [...forms].map((form) => [form, String(digit)] as const)),
);

const ANY = FORMS.join('');
const EACH = new RegExp(`[${ANY}]`, 'g');
const BETWEEN = '[ \\-·.、/]';
/** Long enough for a number of a person; letters count only where no word goes on beside them. */
const RUN = new RegExp(`(?<![A-Za-z])(?:[\\d${ANY}]${BETWEEN}{0,2}){10,}[\\d${ANY}](?![A-WYZa-wyz])`, 'g');

/** Nothing but letters is a word or a key. */
const isNumber = (run: string) => run.replace(/[A-Za-z \-·.、/]/g, '').length >= 3;

/** The text with digits in disguise as digits, place for place; undefined where no long number is written so. */
export function withDigits(text: string): string | undefined {
  const plain = text.replace(RUN, (run) =>
    isNumber(run) ? run.replace(EACH, (one) => DIGIT_OF.get(one) ?? one) : run,
  );
  return plain === text ? undefined : plain;
}
