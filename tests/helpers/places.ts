/** An operator's list held against the small city of tests: what it changes, what is said about its lines. */
import { loadContent } from '../../src/catalogue/load.ts';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { planPlaces } from '../../src/places/plan.ts';
import { readList } from '../../src/places/read-list.ts';
import type { Defaults } from '../../src/places/understand.ts';
import { type Overrides, TODAY, withContent } from './content.ts';

export const bytes = (text: string) => new TextEncoder().encode(text);
export const GIVEN: Defaults = { crs: 'WGS84', precision: 'office', source: '示例市司法局', today: TODAY };

export function catalogueOf(folder: string, today = TODAY): Catalogue {
  const { catalogue, problems } = loadContent(folder, { today });
  if (!catalogue) throw new Error(problems.map(({ message }) => message).join());
  return catalogue;
}

/** What a list leads to in the small city: changes by office, and what is said about lines. */
export function plan(list: string | Uint8Array, defaults: Defaults = GIVEN, overrides: Overrides = {}) {
  return withContent(overrides, (folder) => {
    const { rows, findings, encoding } = readList(typeof list === 'string' ? bytes(list) : list);
    const made = planPlaces(rows, catalogueOf(folder), defaults);
    const said = [...findings, ...made.findings].map(
      ({ line, severity, message }) => `${line} ${severity === 'error' ? '✗' : '!'} ${message}`,
    );
    return {
      ...made,
      encoding,
      said,
      points: made.changes.map(({ office, after }) => [office.id, after] as const),
    };
  });
}

export const rows = (...lines: readonly string[]) => ['code,name,county,lon,lat', ...lines].join('\n');
