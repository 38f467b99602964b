/**
 * Keeps small counts from being told, also by subtraction from totals (facts F1-3; design §3.4). A count of 1 to 4
 * is shown as 少于5; a total that would narrow it down is withheld, and what can be added up by anyone stands instead.
 */

/** Counts below this, zero aside, are not told. */
export const THRESHOLD = 5;
/** How an author writes such a count where even the content must not hold it. */
export const FEW = '少于5';
/** How many of the counts 1 to 4 must remain possible for each cell when a total is told. */
const LEAST_CHOICES = 3;

/** As written: a number, or that there were few. Undefined: not reported. */
export type Count = number | typeof FEW | undefined;
/** A sum: exact, or the least it can be judging by what is told. Undefined: nothing was reported. */
export type Total = { readonly value: number; readonly exact: boolean } | undefined;

export const isFew = (count: Count): boolean =>
  count === FEW || (count !== undefined && count > 0 && count < THRESHOLD);

/** A count as it may be told. */
export const tell = (count: Count): Count => (isFew(count) ? FEW : count);

/** What anyone can add up from told counts; it gives nothing away. A few count as one. */
export function addUp(counts: readonly Count[]): Total {
  const reported = counts.map(tell).filter((count) => count !== undefined);
  if (reported.length === 0) return undefined;
  const value = reported.reduce<number>((sum, count) => sum + (count === FEW ? 1 : count), 0);
  return { value, exact: !reported.includes(FEW) };
}

/**
 * The totals of one line of counts, or of two of which the second is part of the first (cases settled, of cases
 * accepted): exact when that leaves every small count open, else both as what anyone can add up.
 */
export function totalsOf(lines: readonly (readonly Count[])[]): Total[] {
  const open = lines.map(addUp);
  if (open.every((total) => total?.exact !== false) || !staysOpen(lines)) return open;
  return lines.map((line) => {
    const numbers = line.filter((count) => typeof count === 'number');
    return numbers.length > 0
      ? { value: numbers.reduce((sum, count) => sum + count, 0), exact: true }
      : undefined;
  });
}

/** One way in which the counts of one place may have been, line by line; 0 where it is told. */
type Guess = readonly number[];

const SMALL = Array.from({ length: THRESHOLD - 1 }, (_, at) => at + 1);

/** All that the counts of one place may be, given what is told. */
function guessesAt(counts: readonly Count[]): Guess[] {
  const each = counts.map((count) => (isFew(count) ? SMALL : [0]));
  const [first = [0], second = [0]] = each;
  const all = first.flatMap((a) => second.map((b): Guess => [a, b]));
  if (counts.length < 2 || !counts.every(isFew)) return all;
  return all.filter(([a = 0, b = 0]) => b <= a);
}

/** Sums of up to two lines in one number; small counts of a line add up to far less than this. */
const WIDTH = 4096;
const sumOf = ([a = 0, b = 0]: Guess) => a * WIDTH + b;

/** True when telling exact totals leaves each small count at least so many possibilities. */
function staysOpen(lines: readonly (readonly Count[])[]): boolean {
  if (lines.some((line) => line.includes(FEW))) return false;
  const length = Math.max(...lines.map((line) => line.length));
  const places = Array.from({ length }, (_, at) => lines.map((line) => line[at]));
  const guesses = places.map(guessesAt);
  const secret = places.reduce(
    (sum, counts) => sum + sumOf(counts.map((count) => (isFew(count) ? Number(count) : 0))),
    0,
  );
  const before = reach(guesses);
  const after = reach([...guesses].reverse()).reverse();
  return places.every((counts, at) => {
    const fits = (guess: Guess) =>
      [...(before[at] ?? [])].some((sum) => after[at + 1]?.has(secret - sum - sumOf(guess)));
    const possible = (guesses[at] ?? []).filter(fits);
    return counts.every(
      (count, line) => !isFew(count) || new Set(possible.map((one) => one[line])).size >= LEAST_CHOICES,
    );
  });
}

/** For each place, the sums that all places before it can come to; one more for the end. */
function reach(guesses: readonly (readonly Guess[])[]): Set<number>[] {
  const sums = [new Set([0])];
  for (const here of guesses) {
    const next = new Set<number>();
    for (const sum of sums.at(-1) ?? []) for (const guess of here) next.add(sum + sumOf(guess));
    sums.push(next);
  }
  return sums;
}
