/** What readers see of two builds of a site, page by page: words, not how they are drawn. */

/** A page of which the words differ. */
export interface ChangedWords {
  readonly path: string;
  /** Lines that are no longer there, and new ones. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

export interface ReleaseComparison {
  readonly gone: readonly string[];
  readonly come: readonly string[];
  readonly changed: readonly ChangedWords[];
  /** How many pages say the same. */
  readonly same: number;
}

type Pages = ReadonlyMap<string, string>;

const MAIN = /<main\b[^>]*>([^]*)<\/main>/;
const UNSAID = /<(script|style|template|svg)\b[^]*?<\/\1>/g;
const INLINE =
  /<\/?(?:a|abbr|b|bdi|cite|code|em|i|mark|ruby|rb|rt|rp|s|small|span|strong|sub|sup|time|u|wbr)\b[^>]*>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const decoded = (text: string) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, number?: string, name = '') =>
    hex || number ? String.fromCodePoint(hex ? parseInt(hex, 16) : Number(number)) : (ENTITIES[name] ?? all),
  );

/** The lines that a reader sees of a page: its main part, without what draws or runs. */
export function linesOf(html: string): string[] {
  const main = MAIN.exec(html)?.[1] ?? '';
  const blocks = main
    .replace(UNSAID, '\n')
    .replace(INLINE, '')
    .replace(/<[^>]*>/g, '\n');
  return blocks
    .split('\n')
    .map((line) => decoded(line).replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** The lines of one list that the other has not, each as often as it is missing there. */
function beyond(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Compares two builds. */
export function comparePages(before: Pages, after: Pages): ReleaseComparison {
  const both = [...before.keys()].filter((path) => after.has(path));
  const compared = both.map((path): ChangedWords => {
    const [was, is] = [linesOf(before.get(path) ?? ''), linesOf(after.get(path) ?? '')];
    return { path, gone: beyond(was, is), come: beyond(is, was) };
  });
  const changed = compared.filter(({ gone, come }) => gone.length + come.length > 0);
  return {
    gone: [...before.keys()].filter((path) => !after.has(path)).toSorted(),
    come: [...after.keys()].filter((path) => !before.has(path)).toSorted(),
    changed,
    same: compared.length - changed.length,
  };
}

/** Pages that change by the same words, together; those that most pages share first. */
export function alikeChanges(changed: readonly ChangedWords[]): ChangedWords[][] {
  const groups = new Map<string, ChangedWords[]>();
  for (const page of changed) {
    const key = JSON.stringify([page.gone, page.come]);
    groups.set(key, [...(groups.get(key) ?? []), page]);
  }
  return [...groups.values()].toSorted((a, b) => b.length - a.length);
}
