/** How values stand in cells: for each kind of value, written for people and read back with forgiveness. */
import { fixPhone, toHalfWidth } from '../domain/phones.ts';
import { localNumber } from '../domain/wrong-phone.ts';
import { removeHiddenCharacters } from '../domain/text.ts';
import type { Context } from './model.ts';
import { isEmptyWord, notShown } from './no-value.ts';

export interface Codec {
  /** The value as it stands in a cell. */
  readonly write: (value: unknown, context: Context) => string;
  /** What the words in a cell mean; words that mean nothing come back as they are, and the schema refuses them. */
  readonly read: (text: string, context: Context) => unknown;
  /** What a cell may hold, where that is a list. */
  readonly choices?: (context: Context) => readonly string[];
}

const asWritten = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const tidy = (text: string) =>
  removeHiddenCharacters(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** One line of words, taken as they are. */
export const words: Codec = { write: asWritten, read: tidy };

/** A person's name: blanks that only fill the width of a column are none of it. */
export const personName: Codec = {
  write: asWritten,
  read: (text) => tidy(text).replace(/(?<=\p{Script=Han})[\s　]+(?=\p{Script=Han})/gu, ''),
};

/** Lower-case codes: a file's name, a guide's slug. */
export const code: Codec = { write: asWritten, read: (text) => toHalfWidth(text).trim() };

/** A telephone number in any of the ways people write one. */
export const phone: Codec = {
  write: asWritten,
  read: (text, { areaCode }) => {
    const plain = toHalfWidth(text).replace(/\s/g, '');
    const local = localNumber(plain, areaCode) ?? plain;
    const tries = [text, areaCode ? `${areaCode}-${local}` : `0${plain}`];
    const [first] = tries.map((one) => fixPhone(one)).filter((one) => one !== undefined);
    return first ?? plain;
  },
};

/** A number, with or without thousands separators and a unit behind it. */
export const number: Codec = {
  write: String,
  read: (text) => {
    const plain = toHalfWidth(text).replace(/[\s,]/g, '');
    const [, digits] =
      /^(-?\d+(?:\.\d+)?)(?:件|次|场|人次|人|天|小时|学时|年|平方米|㎡|m2)?$/.exec(plain) ?? [];
    return digits === undefined ? tidy(text) : Number(digits);
  },
};

const YES = new Set(['是', '有', '对', '√', '✓', '✔', 'y', 'yes', 'true', '1']);
const NO = new Set(['否', '无', '没有', '不是', '×', '✗', 'x', 'n', 'no', 'false', '0']);

/** Yes or no. */
export const yesNo: Codec = {
  write: (value) => (value === true ? '是' : value === false ? '否' : asWritten(value)),
  read: (text) => {
    const plain = toHalfWidth(text).trim().toLowerCase();
    return YES.has(plain) ? true : NO.has(plain) ? false : tidy(text);
  },
  choices: () => ['是', '否'],
};

/** One of a fixed list; `labels` gives the words for each value, further words that mean the same behind them. */
export function choice(labels: Readonly<Record<string, readonly [string, ...string[]]>>): Codec {
  const entries = Object.entries(labels);
  return {
    write: (value) => labels[String(value)]?.[0] ?? asWritten(value),
    read: (text) => {
      const plain = toHalfWidth(text).replace(/\s/g, '');
      const found = entries.find(([value, names]) => value === plain || names.includes(plain));
      return found ? found[0] : tidy(text);
    },
    choices: () => entries.map(([, [name]]) => name),
  };
}

/** One of a list of words that stand for themselves. */
export const oneOf = (values: readonly string[]): Codec =>
  choice(Object.fromEntries(values.map((value) => [value, [value]])));

const SEPARATORS = /[、，；,;]/;

/** Several lines of words: by 、 in the cell, or one below the other where an entry has such a mark itself. */
export const list: Codec = {
  write: (value) => {
    if (!Array.isArray(value)) return asWritten(value);
    const parts = value.map(String);
    return parts.some((part) => SEPARATORS.test(part))
      ? parts.map((part) => `${part}\n`).join('')
      : parts.join('、');
  },
  read: (text) =>
    text
      .split(text.includes('\n') ? '\n' : SEPARATORS)
      .map(tidy)
      .filter(Boolean),
};

/** A person of the office by name; by `@编号` where the name would not tell. */
export const person: Codec = {
  write: (value, context) => {
    const name = context.people.find(({ id }) => id === value)?.name;
    return name !== undefined && readPerson(name, context) === value ? name : `@${String(value)}`;
  },
  read: (text, context) => readPerson(text, context),
  choices: ({ people }) => people.map(({ name }) => name),
};

function readPerson(text: string, { people }: Context): string {
  const plain = tidy(text);
  const squeezed = plain.replace(/\s/g, '');
  const named =
    people.find(({ name }) => name === plain) ??
    people.find(({ name }) => name.replace(/\s/g, '') === squeezed);
  if (named) return named.id;
  return /^@/.test(plain) ? plain.slice(1) : (people.find(({ id }) => id === plain)?.id ?? plain);
}

/** Words that stand for a value exactly, where its usual form in a cell would be read as another. */
const EXACT = '原样：';

/** The word that takes a value out of the file. */
export const REMOVE = '删除';

/** What a cell says, by its codec. */
export function readCell(codec: Codec, text: string, context: Context): unknown {
  if (text.startsWith(EXACT))
    try {
      return JSON.parse(text.slice(EXACT.length)) as unknown;
    } catch {
      return codec.read(text, context);
    }
  return codec.read(text, context);
}

/** The text of a cell that is read back as the very value. */
export function writeCell(codec: Codec, value: unknown, context: Context): string {
  if (value === undefined) return '';
  const text = codec.write(value, context);
  // An empty list is not told from what is not known; the cell leaves it as it is.
  if (text === '' && Array.isArray(value)) return '';
  const kept = JSON.stringify(readCell(codec, text, context)) === JSON.stringify(value);
  const isRead =
    kept && text !== REMOVE && text !== '' && !isEmptyWord(value, text) && !notShown(text.trim());
  return isRead ? text : `${EXACT}${JSON.stringify(value)}`;
}
