import type { Problem } from '../../domain/problems.ts';
import { suggest } from '../suggest.ts';
import type { Path } from '../../schemas/walk.ts';
import { problemAt, type Entry } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';
import { writeField, writeValue } from '../notation.ts';

/** A set of ids that may be pointed to, and what they are called. */
export interface Target {
  /** `人员`, `办事指南`: what stands behind such an id. */
  readonly name: string;
  readonly ids: ReadonlySet<string>;
  /** True where a near id is another thing, not a slip: the fifth article is not the sixth. */
  readonly exact?: boolean;
}

const MAX_CHOICES = 8;

/** A problem when the text at a path names nothing of the target; none when there is no text. */
export function checkReference(entry: Entry, path: Path, target: Target): Problem[] {
  const id = textAt(entry.raw, path);
  if (id === undefined || target.ids.has(id)) return [];
  const message = `没有“${id}”这个${target.name}`;
  return [problemAt(entry, { kind: 'reference', path, message, remedy: remedyFor(entry, path, id, target) })];
}

/** The same for every element of a list. */
export const checkReferences = (entry: Entry, path: Path, target: Target): Problem[] =>
  listAt(entry.raw, path).flatMap((_, at) => checkReference(entry, [...path, at], target));

function remedyFor(entry: Entry, path: Path, id: string, target: Target): string {
  const near = target.exact ? undefined : suggest(id, target.ids);
  if (near !== undefined)
    return `是不是 ${writeField(entry.notation, path.at(-1), writeValue(entry.notation, near))}`;
  if (target.ids.size === 0) return `还没有任何${target.name}，删掉这一项`;
  const choices = [...target.ids].slice(0, MAX_CHOICES).join('、');
  return `可以写：${choices}${target.ids.size > MAX_CHOICES ? ' 等' : ''}`;
}

/** A problem for each value of a list that an earlier one already has; `key` names the field compared. */
export function checkUnique(entry: Entry, list: Path, key: string | undefined, what: string): Problem[] {
  const seen = new Map<string, number>();
  return listAt(entry.raw, list).flatMap((_, at) => {
    const path = key === undefined ? [...list, at] : [...list, at, key];
    const value = textAt(entry.raw, path);
    if (value === undefined) return [];
    const first = seen.get(value);
    if (first === undefined) {
      seen.set(value, at);
      return [];
    }
    const message = `${what}“${value}”重复，第 ${first + 1} 项已经用过`;
    return [problemAt(entry, { kind: 'duplicate', path, message, remedy: '改成不同的，或删掉重复的一项' })];
  });
}
