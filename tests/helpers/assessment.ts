/** What offices have disclosed, written by hand: three items, and whatever is there of each. */
import type { Assessment } from '../../src/domain/disclosure/assess.ts';
import type { Evidence } from '../../src/domain/disclosure/evidence.ts';

export const TODAY = '2026-11-29';
const ASKED = [
  { id: 'phone', title: '电话', evidence: 'contact', freshness: 'none' },
  { id: 'place', title: '地址', evidence: 'place', freshness: 'none' },
  { id: 'today', title: '去向', evidence: 'whereabouts', freshness: 'daily' },
] as const;
const ITEMS = ASKED as unknown as Assessment['items'];

export const published = (until?: string): Evidence => ({ state: 'published', link: '#a', until });
export const stale = (since?: string): Evidence => ({
  state: 'stale',
  link: '#a',
  reason: 'verification',
  since,
  note: '',
});
export const missing: Evidence = { state: 'missing' };
export const none: Evidence = { state: 'not-applicable', why: '' };

export type Cells = readonly (Evidence | undefined)[];
/** Offices by id, each with what is there of the three items, in their order. */
export const assessed = (offices: Readonly<Record<string, Cells>>, scored = false) =>
  ({
    asOf: `${TODAY}T00:00:00Z`,
    today: TODAY,
    items: ITEMS,
    scored,
    counties: [
      {
        county: { record: { name: '示例县' } },
        offices: Object.entries(offices).map(([id, cells]) => ({
          office: { id, record: { name: `${id}所` } },
          cells: cells.flatMap((evidence, at) => (evidence ? [{ item: ITEMS[at], evidence }] : [])),
        })),
      },
    ],
  }) as unknown as Assessment;
