import type { Path } from '../schemas/walk.ts';
import { alike, applyChanges, changesBetween, isSame, type Change } from './changes.ts';

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (here, key) => (typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined),
    value,
  );

const numberOf = (entry: unknown) => at(entry, ['number']);

/** Where an entry of one list stands in another: by its id, its content, its telephone number; else by its place, where the lists are of one length. */
function findEntry(from: unknown, index: number, list: readonly unknown[]): number {
  const entry = at(from, [index]);
  const ways: ((one: unknown) => boolean)[] = [
    (one) => isSame(entry, one),
    (one) => alike(entry, one),
    (one) => numberOf(entry) !== undefined && numberOf(entry) === numberOf(one),
  ];
  const found = ways.map((way) => list.findIndex(way)).find((place) => place >= 0);
  const inPlace = Array.isArray(from) && from.length === list.length ? index : -1;
  return found ?? inPlace;
}

/** Where a path of one value leads in another: through a list, to the entry that is the same, wherever it stands now. */
function translate(path: Path, from: unknown, to: unknown): Path | undefined {
  const there: (string | number)[] = [];
  for (const [depth, key] of path.entries()) {
    const list = at(to, there);
    if (typeof key !== 'number' || !Array.isArray(list)) {
      there.push(key);
      continue;
    }
    const found = findEntry(at(from, path.slice(0, depth)), key, list);
    if (found < 0) return undefined;
    there.push(found);
  }
  return there;
}

/** The step as it is to be taken on a value that others have changed; undefined where both changed the same. */
function fit(change: Change, from: unknown, to: unknown): Change | undefined {
  if (change.does === 'insert') return fitNew(change, from, to);
  const path = translate(change.path, from, to);
  return path && alike(at(to, path), change.before) ? { ...change, path } : undefined;
}

/** The same for something new; of an entry that others have added as well, it is to be set to what it is. */
function fitNew(change: Change & { does: 'set' | 'insert' }, from: unknown, to: unknown): Change | undefined {
  const above = change.path.slice(0, -1);
  const last = change.path.at(-1) ?? '';
  const parent = translate(above, from, to);
  const holder = parent && at(to, parent);
  if (parent === undefined || typeof holder !== 'object' || holder === null) return undefined;
  if (!Array.isArray(holder)) {
    const free = !Object.hasOwn(holder, last) || alike(Reflect.get(holder, last), change.after);
    return free ? { ...change, path: [...parent, last] } : undefined;
  }
  const isIt = (one: unknown) => isSame(one, change.after) || alike(one, change.after);
  const listed = (list: unknown) => (Array.isArray(list) ? list.filter(isIt).length : 0);
  if (listed(holder) <= listed(at(from, above)))
    return { ...change, path: [...parent, Math.min(Number(last), holder.length)] };
  const there = holder.findIndex(isIt);
  return alike(holder[there], change.after)
    ? { ...change, does: 'set', path: [...parent, there] }
    : undefined;
}

interface Merged {
  readonly value: unknown;
  /** Steps that could not be taken, because somebody else changed the same. */
  readonly conflicts: readonly Change[];
}

/** Takes the steps that led from `before` to mine on what others have made of `before` meanwhile. */
export function merge(before: unknown, mine: unknown, theirs: unknown): Merged {
  const conflicts: Change[] = [];
  let [state, value] = [before, theirs];
  for (const change of changesBetween(before, mine)) {
    const fitting = fit(change, state, value);
    if (fitting) value = applyChanges(value, [fitting]);
    else conflicts.push(change);
    state = applyChanges(state, [change]);
  }
  return { value, conflicts };
}
