/** `withdrawn.json`: the addresses whose copies on readers' devices must go. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, toType } from '../command/command.ts';
import { listedWith, type WithdrawnAddresses } from '../domain/withdrawals.ts';
import { withdrawn as listOf, type Withdrawn, type WithdrawalReason } from '../schemas/withdrawn.ts';

export const LIST = 'withdrawn.json';

/** What a content folder lists as withdrawn. */
export function withdrawnIn(content: string): Withdrawn {
  const file = join(content, LIST);
  if (!existsSync(file)) return [];
  try {
    return listOf.parse(JSON.parse(readFileSync(file, 'utf8'))).withdrawn;
  } catch {
    throw new Failure(`${file} 有错误，请先运行 ${toType('check', { content })}。`);
  }
}

/** An address of the site for a file of the built folder: `offices/x/index.html` is `/offices/x/`. */
export const addressOf = (file: string): string => `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`;

/** The list with one more withdrawal, newest last; an address that was there gets the new day. */
export function listWith(
  before: string | undefined,
  listed: WithdrawnAddresses,
  day: { readonly on: string; readonly reason: WithdrawalReason },
): string {
  const old = before === undefined ? [] : (JSON.parse(before) as { withdrawn: Withdrawn }).withdrawn;
  return `${JSON.stringify({ withdrawn: listedWith(old, listed, day) }, null, 2)}\n`;
}
