import { tally } from '../disclosure/assess.ts';
import type { DisclosureKey } from '../disclosure/four.ts';
import { UNKNOWN, type Measure } from './find.ts';

/**
 * One of the four disclosures (seed 二（四）3; facts E21 to E24), as the engine found it: met when everything that is
 * owed is published, until the first of it lapses. What is not found here may hang on a wall: it is unknown, not unmet.
 */
export const disclosed =
  (key: DisclosureKey): Measure['find'] =>
  (standing) => {
    const cells = standing.disclosed.filter(({ item }) => item.disclosure === key);
    const { published, stale, missing } = tally(cells);
    const owed = published + stale + missing;
    if (owed === 0) return UNKNOWN;
    const value = `${published}/${owed}`;
    if (published < owed) return { grade: 'unknown', value };
    const ends = cells.flatMap(({ evidence }) =>
      evidence.state === 'published' && evidence.until !== undefined ? [evidence.until] : [],
    );
    const [until] = ends.toSorted();
    return { grade: 'met', value, ...(until !== undefined && { until }) };
  };
