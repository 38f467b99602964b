/** The list of addresses that were taken down: what one more withdrawal makes of it, and whose addresses it names. */
import { CITY_NOTICES } from './notice-places.ts';
import { paths } from './urls.ts';
import type { Withdrawn, WithdrawalReason } from '../schemas/withdrawn.ts';

/** Only what a list may hold; names that no address has stay out. */
const FITS = /^\/(?:[A-Za-z0-9._-]+\/)*(?:[A-Za-z0-9._-]+)?$/;

/** Addresses that held what was taken down, and those that only told of it. */
export interface WithdrawnAddresses {
  readonly held: readonly string[];
  readonly mentions: readonly string[];
}

/** The list with one more withdrawal, newest last; an address that was there gets the new day. */
export function listedWith(
  old: Withdrawn,
  { held, mentions }: WithdrawnAddresses,
  day: { readonly on: string; readonly reason: WithdrawalReason },
): Withdrawn {
  const number = 1 + Math.max(0, ...old.map((one) => one.number ?? 0));
  // Whoever missed an earlier withdrawal must still learn that the address held something.
  const everHeld = new Set([...held, ...old.flatMap(({ url, mention }) => (mention ? [] : [url]))]);
  const fresh = new Set([...held, ...mentions].filter((url) => FITS.test(url) && url.length <= 200));
  return [
    ...old.filter(({ url }) => !fresh.has(url)),
    ...[...fresh]
      .sort()
      .map((url) => ({ url, ...day, number, ...(!everHeld.has(url) && { mention: true as const }) })),
  ];
}

const OFFICE_ADDRESS = /^\/(?:offices|files)\/(?<office>[a-z0-9-]+\/[a-z0-9-]+)\//;

/** What a county's texts of guides carry. */
const COUNTY_ADDRESS = /^\/files\/(?<county>[a-z0-9-]+)\/[^/]+$/;

const CITY_ADDRESS = /^\/(?:affairs|files\/affairs)\//;

const ownerOf = (url: string): string | undefined =>
  CITY_ADDRESS.test(url) || url === paths.notices
    ? CITY_NOTICES
    : (OFFICE_ADDRESS.exec(url)?.groups?.['office'] ?? COUNTY_ADDRESS.exec(url)?.groups?.['county']);

/** The one owner of texts, an office's `county/office`, a county's name or the city, whose addresses alone a list has gained; undefined where any other entry differs or one is missing. */
export function ownerWithdrawing(before: Withdrawn, after: Withdrawn): string | undefined {
  const there = new Set(after.map(({ url }) => url));
  if (!before.every(({ url }) => there.has(url))) return undefined;
  const known = new Set(before.map((one) => JSON.stringify(one)));
  const fresh = after.filter((one) => !known.has(JSON.stringify(one)));
  const owners = new Set(fresh.map(({ url }) => ownerOf(url)));
  const [owner] = owners;
  return owners.size === 1 ? owner : undefined;
}
