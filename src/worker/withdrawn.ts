/** Drops what was taken down from the site (`data/withdrawn.json`), however it came to be kept. */
import { dateInShanghai } from '../domain/dates.ts';
import { placeOf, storesOf } from '../domain/offline.ts';
import { addressOf, base, pathWithin } from './scope.ts';

interface Withdrawn {
  readonly url: string;
  /** `YYYY-MM-DD`: copies of that day and older must go. */
  readonly on: string;
}

const MINUTE = 60_000;
/** Not more often is the list asked for. */
const PAUSE = 10 * MINUTE;

let asked = 0;

async function listed(): Promise<readonly Withdrawn[]> {
  const response = await fetch(addressOf('/data/withdrawn.json'), { cache: 'no-cache' });
  if (!response.ok) return [];
  const { withdrawn } = (await response.json()) as { withdrawn: readonly Withdrawn[] };
  return Array.isArray(withdrawn) ? withdrawn : [];
}

/** Whether a copy is from the day of a withdrawal or before; a copy without a date is. */
function isOlder(copy: Response, on: string): boolean {
  const date = copy.headers.get('date');
  return date === null || dateInShanghai(new Date(date)) <= on;
}

const stores = async () => (await caches.keys()).filter((name) => name.startsWith(storesOf(base)));

async function drop({ url, on }: Withdrawn, store: Cache): Promise<void> {
  // The path alone: the same site may be read under another name than the one it is configured with.
  const path = pathWithin(new URL(url, location.origin).pathname);
  if (path === undefined) return;
  const place = addressOf(placeOf(path));
  const copy = await store.match(place);
  if (copy && isOlder(copy, on)) await store.delete(place);
}

/** Asks for the list, unless that was just done, and drops what it names. Without a signal nothing happens. */
export async function dropWithdrawn(now: number): Promise<void> {
  if (now - asked < PAUSE) return;
  asked = now;
  try {
    const list = await listed();
    for (const name of list.length > 0 ? await stores() : []) {
      const store = await caches.open(name);
      for (const one of list) await drop(one, store);
    }
  } catch {
    asked = 0;
  }
}
