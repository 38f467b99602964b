import type { Catalogue, Office } from '../catalogue/types.ts';
import type { PlanTable } from '../domain/plan-table.ts';
import { openNowData } from './open-now.ts';

interface MapHours {
  /** Each kind of opening hours once: most offices of a county keep the same. */
  readonly plans: readonly PlanTable[];
  /** For each office, its place in `plans`; undefined for one that has published no hours. */
  readonly numbers: readonly (number | undefined)[];
}

/** The opening hours of some offices for the map's choice 现在上班. */
export function mapHours(offices: readonly Office[], catalogue: Catalogue): MapHours {
  const plans = new Map<string, PlanTable>();
  const keys = offices.map((office) => {
    const table = openNowData(office, catalogue);
    const key = table && JSON.stringify(table);
    if (key) plans.set(key, table);
    return key;
  });
  const order = [...plans.keys()];
  return {
    plans: [...plans.values()],
    numbers: keys.map((key) => (key === undefined ? undefined : order.indexOf(key))),
  };
}
