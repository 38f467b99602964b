/** A page of the past is made again where something in it changed, and only there. */
import { expect, it } from 'vitest';
import { recorded } from '../../src/build/renderer/recorded.ts';
import type { Running } from '../../src/catalogue/current.ts';
import type { Catalogue } from '../../src/catalogue/types.ts';
import type { History } from '../../src/domain/history.ts';
import { noting, type Reads } from '../../src/domain/reads.ts';
import { historyView } from '../../src/views/history/page.ts';
import { aContent, fields, type Overrides } from '../helpers/content.ts';
import { historyOf } from '../helpers/history.ts';

const ID = 'dong/jia';
const OTHER = 'dong/yi';

function cityOf(overrides: Overrides = {}): Catalogue {
  const { catalogue } = aContent(overrides);
  if (!catalogue) throw new Error('the content has errors');
  return catalogue;
}

/** A past in which one office has got a telephone. */
const pastWith = (catalogue: Catalogue, id: string, number: string): History =>
  historyOf(
    catalogue,
    ['2026-11-02', '2026-11-20', undefined].map((date) => ({ date, withdrawn: [] })),
    (at, now, office) =>
      at === 1 && office === id && now.record
        ? { ...now, record: { ...now.record, phones: [{ number, use: 'consult' }] } }
        : now,
  );

const built = (catalogue: Catalogue, history: History) =>
  recorded({ catalogue, history: () => history } as unknown as Running);

const allOf = (reads: Reads): number[] =>
  [...reads].flatMap((read) => (typeof read === 'number' ? [read] : allOf(read)));

/** What the page of the office read in a first build, and which of it a second build finds otherwise. */
function differing(first: ReturnType<typeof built>, second: ReturnType<typeof built>): string[] {
  const { running, called, digestOf } = first;
  const { catalogue } = running;
  const office = catalogue.offices.find(({ id }) => id === ID);
  if (!office) throw new Error('no such office');
  // Another page before it: what that has asked for already is read by this one too.
  noting(() =>
    historyView(
      catalogue.offices.find(({ id }) => id !== ID)!,
      catalogue,
      running.history(),
    ),
  );
  const [, reads] = noting(() => historyView(office, catalogue, running.history()));
  const names = allOf(reads).map(called);
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => digestOf(name) === undefined)).toEqual([]);
  return names.filter((name) => second.digestOf(name) !== digestOf(name));
}

const city = cityOf();
const first = () => built(city, pastWith(city, ID, '0833-0000001'));

it('nothing changed: it is taken over as it is', () => {
  expect(differing(first(), first())).toEqual([]);
});

it('the past of its own office changed: it is made again', () => {
  expect(differing(first(), built(city, pastWith(city, ID, '0833-0000002')))).toContain(
    `history/offices ${ID}`,
  );
});

it('the past of another office changed: it is taken over', () => {
  const here = built(city, pastWith(city, OTHER, '0833-0000001'));
  expect(differing(here, built(city, pastWith(city, OTHER, '0833-0000002')))).toEqual([]);
});

it('a telephone of another office, not released yet: it is taken over', () => {
  const other = cityOf({ [`offices/${OTHER}/office.json`]: fields({ email: 'sfs@example.gov.cn' }) });
  expect(differing(first(), built(other, pastWith(city, ID, '0833-0000001')))).toEqual([]);
});

it('somebody left its office, or something was taken down: it is made again', () => {
  const without = cityOf({
    [`offices/${ID}/staff.json`]: fields({ 'people[0].name': '示例辛' }),
  });
  const withdrawn = { ...city, withdrawn: [{ url: '/x/', on: '2026-11-20', reason: 'wrong' as const }] };
  for (const now of [without, withdrawn])
    expect(differing(first(), built(now, pastWith(city, ID, '0833-0000001')))).not.toEqual([]);
});
