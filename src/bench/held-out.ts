/** How the guard does on what nothing was tuned on: specimens in disguise and harmless look-alikes, by class. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { movementIn } from '../domain/movement.ts';
import { isGraver, type Grade } from '../domain/privacy/kinds.ts';
import { scanSigner, scanText } from '../domain/privacy/scan.ts';
import { ROOT } from '../command/command.ts';

/** Where a text of the set stands: each place has its own way into the guard. */
type Place = 'text' | 'link' | 'commit' | 'author' | 'movement';
type Texts = Readonly<Record<string, Readonly<Partial<Record<Place, readonly string[]>>>>>;

interface HeldOut {
  readonly specimens: Texts;
  readonly decoys: Texts;
}

interface ClassResult {
  readonly name: string;
  readonly texts: number;
  readonly blocked: number;
  readonly warned: number;
  /** Texts that nothing was said about. */
  readonly silent: readonly string[];
  /** Texts that something was said about. */
  readonly told: readonly string[];
}

const FILE = join(ROOT, 'tests', 'fixtures', 'privacy', 'held-out.json');

function gradeOf(place: Place, text: string): Grade | undefined {
  if (place === 'movement') return movementIn(text, []) === undefined ? undefined : 'block';
  const found = place === 'author' ? scanSigner(text) : scanText(text);
  return found.map(({ grade }) => grade).toSorted((a, b) => (isGraver(a, b) ? -1 : 1))[0];
}

const resultsOf = (texts: Texts): ClassResult[] =>
  Object.entries(texts).map(([name, places]) => {
    const graded = Object.entries(places).flatMap(([place, list]) =>
      list.map((text) => ({ text, grade: gradeOf(place as Place, text) })),
    );
    const of = (grade: Grade | undefined) => graded.filter((one) => one.grade === grade);
    return {
      name,
      texts: graded.length,
      blocked: of('block').length,
      warned: of('warn').length,
      silent: of(undefined).map(({ text }) => text),
      told: graded.filter(({ grade }) => grade !== undefined).map(({ text }) => text),
    };
  });

/** What the guard says of every text of the set. */
export function measureHeldOut(): { specimens: ClassResult[]; decoys: ClassResult[] } {
  const { specimens, decoys } = JSON.parse(readFileSync(FILE, 'utf8')) as HeldOut;
  return { specimens: resultsOf(specimens), decoys: resultsOf(decoys) };
}

/** The share of the texts of a class that something was said about. */
export const shareTold = ({ texts, silent }: ClassResult): number => 1 - silent.length / texts;

/** The tables for `npm run bench -- privacy`. */
export function heldOutTables(): readonly Record<string, Record<string, string | number>>[] {
  const { specimens, decoys } = measureHeldOut();
  const row = (one: ClassResult) => ({
    样本: one.texts,
    拦下: one.blocked,
    提醒: one.warned,
    没说: one.silent.length,
    说到的: `${(shareTold(one) * 100).toFixed(1)}%`,
  });
  return [specimens, decoys].map((list) => Object.fromEntries(list.map((one) => [one.name, row(one)])));
}
