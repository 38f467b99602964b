/** How full a board is; each has a size of type of its own in `poster.css`. */
type Fill = 'normal' | 'full' | 'crowded' | 'packed';

/** How many lines of print the parts take: the sheet of A3 has a column for each, that of A4 one for all. */
interface Lines {
  readonly reach: number;
  readonly guides: number;
  readonly people: number;
}

/** The most lines for each size of type: of the longest column on A3, of all together on A4. */
const LIMITS: readonly (readonly [fill: Fill, a3: number, a4: number])[] = [
  ['normal', 26, 44],
  ['full', 32, 60],
  ['crowded', 40, 78],
];

/** The lines that texts take in a column of so many characters. */
export const linesOf = (texts: readonly string[], perLine: number): number =>
  texts.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / perLine)), 0);

/** Assesses each sheet by an estimate, so that the page fits it without a script. */
export function fillOf({ reach, guides, people }: Lines): { readonly a3: Fill; readonly a4: Fill } {
  const [column, all] = [Math.max(reach, guides, people), reach + guides + people];
  return {
    a3: LIMITS.find(([, most]) => column <= most)?.[0] ?? 'packed',
    a4: LIMITS.find(([, , most]) => all <= most)?.[0] ?? 'packed',
  };
}
