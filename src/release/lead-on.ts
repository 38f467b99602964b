/**
 * What of the release before is no longer there, and where its readers are led: an
 * office that renames a notice must not stop the city.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../command/aside.ts';
import { Failure } from '../command/command.ts';
import { leadsFor, type Lead } from '../domain/lead-on.ts';
import { withRedirects } from '../reorganise/addresses.ts';
import type { Assembled } from './assemble.ts';
import { redirectsAt } from './kept.ts';
import type { ReleasePlace } from './place.ts';
import { addressAt, vanished } from './released.ts';

const AT_ONCE = 20;

/** The first of many addresses, and how many there are. */
export function few(addresses: readonly string[]): string {
  const more = addresses.length > AT_ONCE ? [`…… 共 ${addresses.length} 个`] : [];
  return [...addresses.slice(0, AT_ONCE), ...more].map((one) => `  ${one}`).join('\n');
}

const pagesOf = (names: Iterable<string>): string[] =>
  [...names].filter((name) => name.endsWith('.html')).map(addressAt);

/**
 * Pages that the release before had and this one has not, nor leads on from, though nobody took them down; with where
 * their readers are best led: as they were until now, else by what is new or above.
 */
export function leadsToMake(place: ReleasePlace, { files, manifest, withdrawn }: Assembled): Lead[] {
  const { shown } = place.state() ?? {};
  if (shown === undefined || shown === manifest.id) return [];
  // Of an office that was set aside, pages come back when its content is mended.
  const aside = manifest.quarantined.map((id) => `/offices/${id}/`);
  const [was, is] = [pagesOf(place.names(shown)), pagesOf(files.keys())];
  const gone = vanished(was, is, withdrawn).filter(
    (address) => !aside.some((folder) => address.startsWith(folder)),
  );
  const led = new Map(redirectsAt(place, shown).map(({ from, to }) => [from, to]));
  const there = new Set(is);
  return leadsFor(gone, was, is).map(({ from, to }) => {
    const until = led.get(from);
    return { from, to: until !== undefined && there.has(until) ? until : to };
  });
}

/** Nobody's link may lead into nothing: a page that was there is there, leads on, or was taken down. */
export function refuseVanished(place: ReleasePlace, release: Assembled): void {
  const leads = leadsToMake(place, release).map(({ from, to }) => `${from} → ${to}`);
  if (leads.length === 0) return;
  throw new Failure(
    `上一版有、这一版没有的网址，和读者可以去的地方：\n${few(leads)}\n照这样转过去的，加 --lead-on 再发布一次（写进 content/redirects.json）；要转到别处的，先自己写在那里；确实不要了的，加 --allow-vanished。`,
  );
}

const FILE = 'redirects.json';
const NONE = '{ "redirects": [] }\n';

/** Adds leads to the redirects of a content folder; everything else in the file stays as it is. */
export function writeLeads(content: string, leads: readonly Lead[]): void {
  const path = join(content, FILE);
  const files = new Map([[FILE, existsSync(path) ? readFileSync(path, 'utf8') : NONE]]);
  const moves = new Map(leads.map(({ from, to }) => [from, to]));
  const text = withRedirects(files, moves, '页面改名或撤销').get(FILE);
  if (typeof text === 'string') replaceFile(path, text);
}
