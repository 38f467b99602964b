/** Keeps the offices of a reader's county and its guides, one file after the other, when a page has asked for it. */
import { countyListPath, type CountyList, cacheOf, storeOf, type OfflineWish } from '../domain/offline.ts';
import { addressOf, base, type Lasting } from './scope.ts';
import { keeping } from './caches.ts';

type Marks = Record<string, string>;

const marksStore = () => caches.open(storeOf(base, 'marks'));
const MARKS = 'marks';

async function readMarks(): Promise<Marks> {
  const response = await (await marksStore()).match(MARKS);
  return response ? ((await response.json()) as Marks) : {};
}

const writeMarks = async (marks: Marks) =>
  (await marksStore()).put(MARKS, new Response(JSON.stringify(marks)));

async function listOf(county: string): Promise<CountyList['keep']> {
  const response = await fetch(addressOf(countyListPath(county)), { cache: 'no-cache' });
  if (!response.ok) return [];
  const { keep } = (await response.json()) as CountyList;
  return Array.isArray(keep) ? keep : [];
}

/** Fetches one entry unless it is there in this form; false when it could not be had. */
async function keepOne(path: string, mark: string, marks: Marks, event: Lasting): Promise<boolean> {
  const cacheName = cacheOf(path);
  if (!cacheName) return true;
  const address = addressOf(path);
  const there = async () => (await caches.open(storeOf(base, cacheName))).match(address);
  if (marks[path] === mark && (await there())) return true;
  const request = new Request(address, { cache: 'no-cache' });
  const [answer, done] = keeping[cacheName].handleAll({ request, event: event as never });
  const { ok } = await answer;
  await done;
  if (ok) marks[path] = mark;
  return ok;
}

async function keepAll({ county, seen }: OfflineWish, marks: Marks, event: Lasting): Promise<void> {
  for (const path of seen) await keepOne(path, marks[path] ?? '', marks, event);
  for (const [path, mark] of county ? await listOf(county) : [])
    if (!(await keepOne(path, mark, marks, event))) return;
}

/** Keeps what a page wants. Stops at the first failure: the signal is gone, and the next visit goes on from there. */
export async function keep(wanted: OfflineWish, event: Lasting): Promise<void> {
  const marks = await readMarks();
  try {
    await keepAll(wanted, marks, event);
  } catch {
    // No signal.
  }
  await writeMarks(marks);
}
