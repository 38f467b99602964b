/** Office hours as people write them in one cell, as rows of the sheet of hours. */
import { toHalfWidth } from '../domain/phones.ts';
import { dayOfYear, readTime, weekdays } from './codecs-time.ts';
import { isTime, parseSession } from '../domain/times.ts';

/** One group of days of a season, as cells of the sheet of hours. */
interface HoursRow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly days: string;
  readonly sessions: string;
}

const WHOLE_YEAR = { name: '全年', from: '01-01', to: '12-31' };
const TIME = '(?:上午|早上|中午|下午|晚上)?\\d{1,2}(?:[:点时]\\d{0,2}半?分?)';
const SPAN = new RegExp(`(上午|早上|中午|下午|晚上)?:?(${TIME})(?:-|至|到)(${TIME})`, 'g');
const DAYS =
  /工作日|每天|周末|(?:周|星期)[一二三四五六日天1-7](?:(?:-|至|到|、)(?:周|星期)?[一二三四五六日天1-7])*/g;
const SEASON =
  /(夏令时|冬令时|夏季|冬季|夏|冬)?[:(]?(\d{1,2}月\d{1,2}日?)(?:-|至|到)(?:次年|翌年)?(\d{1,2}月\d{1,2}日?)\)?[:,]?/g;

const plain = (text: string) =>
  toHalfWidth(text).replace(/[\s]/g, '').replace(/[—–]+/g, '-').replace(/-+/g, '-');

/** The sessions in a text; undefined where one of them is none. */
function sessionsIn(text: string): string[] | undefined {
  const found = [...text.matchAll(SPAN)].map(([, word = '', from = '', to = '']) => {
    const late = /^(?:下午|晚上)/.test(word + from);
    const withWord = (time: string) =>
      /^(?:上午|早上|中午|下午|晚上)/.test(time) ? time : late ? `下午${time}` : `${word}${time}`;
    return `${readTime(withWord(from))}-${readTime(withWord(to))}`;
  });
  const right = found.every((one) => one.split('-').every(isTime) && typeof parseSession(one) !== 'string');
  return found.length > 0 && right ? found : undefined;
}

/** Whatever is no day, no time and no word that goes with them: a text with that says more than we understand. */
const restOf = (text: string) =>
  text
    .replace(SPAN, '')
    .replace(DAYS, '')
    .replace(
      /办公|上班|工作|时间|对外|服务|接待|上午|下午|[,;、。:()]|法定节假日除外|节假日除外|国家法定|为/g,
      '',
    );

function weekOf(text: string): Pick<HoursRow, 'days' | 'sessions'>[] | undefined {
  const days = [...text.matchAll(DAYS)];
  if (restOf(text) !== '') return undefined;
  const parts =
    days.length === 0
      ? [['工作日', text] as const]
      : days.map(
          (match, at) => [match[0], text.slice(match.index + match[0].length, days[at + 1]?.index)] as const,
        );
  const rows = parts.map(([when, times]) => ({ days: when, times: sessionsIn(times) }));
  const read = rows.flatMap(({ days: when, times }) =>
    times && Array.isArray(weekdays.read(when, { people: [] }))
      ? [{ days: when, sessions: times.join('、') }]
      : [],
  );
  return read.length === parts.length ? read : undefined;
}

/**
 * 工作日9：00—12：00，14：00—18：00 as rows of the sheet of hours: for one or several groups of days, for the whole year
 * or for seasons with their dates. Undefined where anything in the text is not understood: nothing is guessed.
 */
export function readProseHours(text: string): HoursRow[] | undefined {
  const said = plain(text);
  const seasons = [...said.matchAll(SEASON)];
  if (seasons.length === 0) return weekOf(said)?.map((row) => ({ ...WHOLE_YEAR, ...row }));
  const [first] = seasons;
  if (!first || said.slice(0, first.index).replace(/[,;。]/g, '') !== '') return undefined;
  const parts = seasons.map((match, at) => {
    const [all, word, from = '', to = ''] = match;
    const week = weekOf(said.slice(match.index + all.length, seasons[at + 1]?.index));
    const span = [from, to].map((one) => String(dayOfYear.read(one, { people: [] })));
    const name = word === undefined ? `${from}至${to}` : `${word.slice(0, 1)}季`;
    return week?.map((row) => ({ name, from: span[0] ?? '', to: span[1] ?? '', ...row }));
  });
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
