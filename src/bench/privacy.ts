/** How well the personal-data guard finds and how seldom it cries wolf, on fixtures of published test vectors (facts F). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVACY_KIND_NAMES, PRIVACY_KINDS, type PrivacyKindName } from '../domain/privacy/kinds.ts';
import { scanText } from '../domain/privacy/scan.ts';
import { ROOT } from '../command/command.ts';

interface Specimen {
  readonly kind: PrivacyKindName;
  readonly text: string;
  /** How many findings are in it, 1 by default. */
  readonly count?: number;
}

interface Measured {
  readonly kind: PrivacyKindName;
  readonly wanted: number;
  /** Wanted and found. */
  readonly found: number;
  /** Found where nothing, or something else, is. */
  readonly wrong: number;
  readonly missed: readonly string[];
  readonly alarms: readonly string[];
}

const FOLDER = join(ROOT, 'tests', 'fixtures', 'privacy');
const read = <T>(name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T;

export const specimens = (): readonly Specimen[] => read('finds.json');
export const decoys = (): readonly string[] => read('decoys.json');

/** What is found in the specimens and in the decoys, by kind. */
export function measurePrivacy(): Measured[] {
  const looked = specimens().map((one) => ({ ...one, kinds: scanText(one.text).map(({ kind }) => kind) }));
  const false_ = decoys().flatMap((text) => scanText(text).map(({ kind }) => ({ kind, text })));
  return PRIVACY_KIND_NAMES.flatMap((kind): Measured[] => {
    const own = looked.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const hits = (one: { kinds: readonly string[] }) => one.kinds.filter((found) => found === kind).length;
    const stray = looked.filter((one) => one.kind !== kind && hits(one) > 0).map(({ text }) => text);
    const over = own.filter((one) => hits(one) > (one.count ?? 1)).map(({ text }) => text);
    const alarms = [...stray, ...over, ...false_.filter((one) => one.kind === kind).map(({ text }) => text)];
    const found = own.reduce((sum, one) => sum + Math.min(hits(one), one.count ?? 1), 0);
    const wanted = own.reduce((sum, one) => sum + (one.count ?? 1), 0);
    const missed = own.filter((one) => hits(one) < (one.count ?? 1)).map(({ text }) => text);
    return [{ kind, wanted, found, wrong: alarms.length, missed, alarms }];
  });
}

export const recallOf = ({ found, wanted }: Pick<Measured, 'found' | 'wanted'>): number => found / wanted;
export const precisionOf = ({ found, wrong }: Pick<Measured, 'found' | 'wrong'>): number =>
  found === 0 ? 0 : found / (found + wrong);

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** The table for `npm run bench -- privacy`. */
export function privacyTable(): Record<string, Record<string, string | number>> {
  const rows = measurePrivacy();
  const sum = (key: 'wanted' | 'found' | 'wrong') => rows.reduce((total, row) => total + row[key], 0);
  const all = { wanted: sum('wanted'), found: sum('found'), wrong: sum('wrong') };
  const row = (one: typeof all) => ({
    样本: one.wanted,
    找到: one.found,
    误报: one.wrong,
    召回率: percent(recallOf(one)),
    准确率: percent(precisionOf(one)),
  });
  return {
    ...Object.fromEntries(rows.map((one) => [PRIVACY_KINDS[one.kind].title, row(one)])),
    合计: row(all),
  };
}
