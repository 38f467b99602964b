/** `withdrawn.json`: the addresses whose copies on readers' devices must go. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../command/command.ts';
import { withdrawn as listOf, type Withdrawn, type WithdrawalReason } from '../schemas/withdrawn.ts';

export const LIST = 'withdrawn.json';

/** What a content folder lists as withdrawn. */
export function withdrawnIn(content: string): Withdrawn {
  const file = join(content, LIST);
  if (!existsSync(file)) return [];
  try {
    return listOf.parse(JSON.parse(readFileSync(file, 'utf8'))).withdrawn;
  } catch {
    throw new Failure(`${file} 有错误，请先运行 npm run check。`);
  }
}

/** An address of the site for a file of the built folder: `offices/x/index.html` is `/offices/x/`. */
export const addressOf = (file: string): string => `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`;

/** Only what a list may hold; names that no address has stay out. */
const FITS = /^\/(?:[A-Za-z0-9._-]+\/)*(?:[A-Za-z0-9._-]+)?$/;

/** Addresses that held what was taken down, and those that only told of it. */
export interface Listed {
  readonly held: readonly string[];
  readonly mentions: readonly string[];
}

/** The list with one more withdrawal, newest last; an address that was there gets the new day. */
export function listWith(
  before: string | undefined,
  { held, mentions }: Listed,
  day: { readonly on: string; readonly reason: WithdrawalReason },
): string {
  const old = before === undefined ? [] : (JSON.parse(before) as { withdrawn: Withdrawn }).withdrawn;
  const number = 1 + Math.max(0, ...old.map((one) => one.number ?? 0));
  // Whoever missed an earlier withdrawal must still learn that the address held something.
  const everHeld = new Set([...held, ...old.flatMap(({ url, mention }) => (mention ? [] : [url]))]);
  const fresh = new Set([...held, ...mentions].filter((url) => FITS.test(url) && url.length <= 200));
  const list = [
    ...old.filter(({ url }) => !fresh.has(url)),
    ...[...fresh]
      .sort()
      .map((url) => ({ url, ...day, number, ...(!everHeld.has(url) && { mention: true as const }) })),
  ];
  return `${JSON.stringify({ withdrawn: list }, null, 2)}\n`;
}
