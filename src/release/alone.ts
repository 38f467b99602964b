/** One at a time: two who publish to a place at once would each remove what the other one shows. */
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

function parseMark(text: string): Mark | undefined {
  try {
    return JSON.parse(text) as Mark;
  } catch {
    return undefined;
  }
}

/** Whether nobody is behind a mark any more. Clocks of machines differ: what is far ahead is as old as what is long past. */
const isLeft = ({ host, pid, since }: Mark): boolean =>
  host === hostname() ? !isAlive(pid) : Math.abs(Date.now() - Date.parse(since)) > HOUR;

function busy(mark: Mark | undefined): Failure {
  const who = mark ? `（机器 ${mark.host}，从 ${inShanghai(mark.since)} 起）` : '';
  return new Failure(
    `有人正在往这里发布${who}，这一次什么都没有动。等那一次做完再运行。确实没有人在发布的，删掉那个文件夹里的 ${LOCK_FILE} 再运行。`,
  );
}

/** Runs what changes a place while nobody else changes it; what a killed run left of its mark stops nobody. */
export function alone<T>(place: ReleasePlace, work: () => T): T {
  // Whether the place is ours at all, before anything is laid there.
  place.state();
  const text = JSON.stringify({ host: hostname(), pid: process.pid, since: new Date().toISOString() });
  let there = place.hold(text);
  const left = there === undefined ? undefined : parseMark(there);
  if (left && isLeft(left)) {
    place.letGo();
    there = place.hold(text);
  }
  if (there !== undefined) throw busy(parseMark(there));
  try {
    return work();
  } finally {
    place.letGo();
  }
}
