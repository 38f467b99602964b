/** `withdrawn.json`: the addresses whose copies on readers' devices must go. */
import type { Withdrawn, WithdrawalReason } from '../schemas/withdrawn.ts';

export const LIST = 'withdrawn.json';

/** An address of the site for a file of the built folder: `offices/x/index.html` is `/offices/x/`. */
export const addressOf = (file: string): string => `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`;

/** Only what a list may hold; names that no address has stay out. */
const FITS = /^\/(?:[A-Za-z0-9._-]+\/)*(?:[A-Za-z0-9._-]+)?$/;

/** The list with some addresses added, newest last; one that was there gets the new day. */
export function listWith(
  before: string | undefined,
  urls: readonly string[],
  day: { readonly on: string; readonly reason: WithdrawalReason },
): string {
  const old = before === undefined ? [] : (JSON.parse(before) as { withdrawn: Withdrawn }).withdrawn;
  const fresh = new Set(urls.filter((url) => FITS.test(url) && url.length <= 200));
  const list = [
    ...old.filter(({ url }) => !fresh.has(url)),
    ...[...fresh].sort().map((url) => ({ url, ...day })),
  ];
  return `${JSON.stringify({ withdrawn: list }, null, 2)}\n`;
}
