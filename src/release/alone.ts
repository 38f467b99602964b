/** One at a time: two who publish to a place at once would each remove what the other one shows. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { isAlive } from '../command/leftovers.ts';
import { Failure } from '../command/told.ts';
import { inShanghai } from '../domain/open-words.ts';
import { LOCK_FILE, type ReleasePlace } from './place.ts';

const HOUR = 3_600_000;

interface Mark {
  readonly host: string;
  readonly pid: number;
  readonly since: string;
}

/** Who laid a mark; undefined where it does not say, as when the power failed while it was written. */
function parseMark(text: string): Mark | undefined {
  try {
    const { host, pid, since } = JSON.parse(text) as Mark;
    return Number.isInteger(pid) && !Number.isNaN(Date.parse(since)) ? { host, pid, since } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process of a mark of this machine runs: in a container, the next one often has the number of the last. */
const isRunning = ({ pid, since }: Mark) =>
  isAlive(pid) && (pid !== process.pid || Date.parse(since) >= Math.floor(performance.timeOrigin));

/** Whether nobody is behind a mark any more. Clocks of machines differ: what is far ahead is as old as what is long past. */
const isLeft = (mark: Mark): boolean =>
  mark.host === hostname() ? !isRunning(mark) : Math.abs(Date.now() - Date.parse(mark.since)) > HOUR;

const who = (mark: Mark | undefined) =>
  mark ? `（机器 ${mark.host}，从 ${inShanghai(mark.since)} 起）` : '';

const busy = (mark: Mark | undefined) =>
  new Failure(
    `有人正在往这里发布${who(mark)}，这一次什么都没有动。等那一次做完再运行。确实没有人在发布的，删掉那个文件夹里的 ${LOCK_FILE} 再运行。`,
  );

const lost = (mark: Mark | undefined) =>
  new Failure(
    `这一次用的时间太长，别人已经开始往这里发布${who(mark)}，所以停在这里，没有再改。等那一次做完，看看现在是哪一版，需要的再运行一次。`,
  );

/** Lays a mark of this run; fails where somebody else is at it. What a killed run left of its mark stops nobody. */
function take(place: ReleasePlace): string {
  const [host, since] = [hostname(), new Date().toISOString()];
  const own = JSON.stringify({ host, pid: process.pid, since, token: randomUUID() });
  let there = place.hold(own);
  const left = there === undefined ? undefined : parseMark(there);
  if (there !== undefined && (!left || isLeft(left))) {
    place.letGo(there);
    there = place.hold(own);
  }
  if (there !== undefined) throw busy(parseMark(there));
  return own;
}

/** The place for whoever laid this mark: who lost it to another shows and removes nothing any more. */
function heldBy(place: ReleasePlace, mark: string): ReleasePlace {
  const whileHeld =
    <A extends readonly unknown[]>(change: (...how: A) => void) =>
    (...how: A): void => {
      const there = place.holder();
      if (there !== mark) throw lost(parseMark(there ?? ''));
      change(...how);
    };
  return { ...place, show: whileHeld(place.show), keepOnly: whileHeld(place.keepOnly) };
}

/** Runs what changes a place while nobody else changes it. */
export function alone<T>(place: ReleasePlace, work: (held: ReleasePlace) => T): T {
  // Whether the place is ours at all, before anything is laid there.
  place.state();
  const mark = take(place);
  try {
    return work(heldBy(place, mark));
  } finally {
    place.letGo(mark);
  }
}
