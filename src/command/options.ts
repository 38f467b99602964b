/** What may be typed behind a command, and what it must be. */
import { existsSync, readFileSync } from 'node:fs';
import { isDate } from '../domain/dates.ts';
import { Failure, toType, UsageError } from './command.ts';

/** Options that take a text. */
export const texts = <const N extends string>(...names: readonly N[]) =>
  Object.fromEntries(names.map((name) => [name, { type: 'string' }])) as Record<N, { type: 'string' }>;

/** Options that stand alone. */
export const flags = <const N extends string>(...names: readonly N[]) =>
  Object.fromEntries(names.map((name) => [name, { type: 'boolean' }])) as Record<N, { type: 'boolean' }>;

/** What an option says, one of a few words. Throws a UsageError that names them. */
export function oneOf<W extends string>(option: string, words: readonly W[], text: string | undefined): W {
  const word = words.find((one) => one === text);
  if (word === undefined) throw new UsageError(`--${option} 应为 ${words.join('、')} 之一：${text}`);
  return word;
}

/** The day that an option says, `YYYY-MM-DD`. Throws a UsageError for anything else. */
export function dayOf(option: string, text: string): string {
  if (!isDate(text)) throw new UsageError(`--${option} 应为日期，例如 2026-11-22：${text}`);
  return text;
}

/** A whole number within bounds; the usual one where nothing was typed. Throws a UsageError for anything else. */
export function wholeNumber(
  option: string,
  text: string | undefined,
  { usual, least = 1, most }: { usual: number; least?: number; most: number },
): number {
  const number = text === undefined ? usual : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`--${option} 应为 ${least} 到 ${most} 的整数：${text}`);
}

/** The bytes of a file that was named. Throws a UsageError where there is none, a Failure where it cannot be read. */
export function bytesNamed(file: string): Buffer<ArrayBuffer> {
  if (!existsSync(file)) throw new UsageError(`没有这个文件：${file}`);
  try {
    return readFileSync(file);
  } catch {
    throw new Failure(`读不了这个文件：${file}`);
  }
}

/** The text of a file that was named; see `bytesNamed`. */
export const readNamed = (file: string): string => bytesNamed(file).toString('utf8');

/** What a JSON file of the content says; see `bytesNamed`. Throws a Failure where it is damaged. */
export const jsonNamed = (file: string, content: string): unknown => jsonOf(readNamed(file), file, content);

/** The failure where files of the content are damaged. */
export const notUnderstood = (files: string, content: string): Failure =>
  new Failure(
    `${files} 写坏了，读不出来，什么都没有写。运行 ${toType('check', { content })}，它说是哪一行、该写什么。`,
  );

/** What the text of a JSON file of the content says. Throws a Failure that names the file where it is damaged. */
export function jsonOf(text: string, file: string, content: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notUnderstood(file, content);
  }
}
