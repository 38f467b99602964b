/**
 * Counts as they are told, beside the count that they are part of: cases settled, of cases accepted. What is left of
 * the whole is a count as well, so that a small rest is kept back like a small count (facts F1-3; design §3.4).
 */
import { FEW, isFew, THRESHOLD, totalsOf, type Count, type Total } from './suppression.ts';

/** What is said of a count, and the least that it can be judging by that. Undefined: not reported. */
export type Told =
  | { readonly said: string; readonly least: number; readonly exact: boolean; readonly below?: number }
  | undefined;

const below = (limit: number): Told => ({ said: `少于${limit}`, least: 1, exact: false, below: limit });

/** A count that is part of no other. */
export function toldOf(count: Count): Told {
  if (count === undefined) return undefined;
  if (typeof count !== 'number' || isFew(count)) return below(THRESHOLD);
  return { said: String(count), least: count, exact: true };
}

/** From here on a small part and a small rest are three values or more each, and can be told apart. */
const WIDE = 2 * THRESHOLD - 2;

const isTold = (count: Count): count is number => typeof count === 'number' && !isFew(count);

/** True when subtracting a part from its whole, both told, would leave a small rest. */
const leavesFew = (part: Count, whole: Count): boolean =>
  isTold(part) && isTold(whole) && isFew(whole - part);

/** A part beside its whole. More than the whole is no part of it (accepted in one month, settled in the next). */
export function toldPart(part: Count, whole: Count): Told {
  const own = toldOf(part);
  if (part === undefined || part === 0 || !isTold(whole)) return own;
  if (whole < WIDE) return isFew(part) || leavesFew(part, whole) ? below(Math.max(whole, THRESHOLD)) : own;
  if (!leavesFew(part, whole)) return own;
  const least = whole - THRESHOLD + 1;
  return { said: `不少于${least}`, least, exact: false };
}

/** What anyone can add up from what is told; it gives nothing away. */
export function addUpTold(counts: readonly Told[]): Total {
  const reported = counts.filter((told) => told !== undefined);
  if (reported.length === 0) return undefined;
  const value = reported.reduce((sum, { least }) => sum + least, 0);
  return { value, exact: reported.every(({ exact }) => exact) };
}

/** The totals of a whole and its part: that of the part is exact only if it leaves no small rest, of a month or of all. */
export function totalsOfPart(whole: readonly Count[], part: readonly Count[]): readonly [Total, Total] {
  const told = addUpTold(part.map((count, at) => toldPart(count, whole[at])));
  const kept = (count: Count, at: number) =>
    count === FEW || toldPart(count, whole[at])?.said !== toldOf(count)?.said;
  if (part.some(kept)) return [totalsOf([whole])[0], told];
  const [first, second] = totalsOf([whole, part]);
  if (first?.exact && second?.exact && isFew(Math.abs(first.value - second.value)))
    return [totalsOf([whole])[0], { value: told?.value ?? 0, exact: false }];
  return [first, second];
}
