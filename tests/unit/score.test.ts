import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessCatalogue } from '../../src/domain/disclosure/assess.ts';
import { addDays } from '../../src/domain/dates.ts';
import { type ScoredCell, scoredCells, scoreOf } from '../../src/domain/disclosure/score.ts';
import { disclosureView } from '../../src/views/disclosure.ts';
import { disclosureFile } from '../../src/exports/disclosure.ts';
import { published, stale } from '../helpers/assessment.ts';
import { aContent, fields, TODAY } from '../helpers/content.ts';

const NOW = new Date(`${TODAY}T02:00:00Z`);
const cell = (state: ScoredCell['state'], more: Partial<ScoredCell> = {}): ScoredCell => ({
  id: 'a',
  weight: 1,
  state,
  ...more,
});

describe('the score of an office', () => {
  it.each<[string, ScoredCell[], number]>([
    ['nothing published', [cell('missing'), cell('missing')], 0],
    ['everything published', [cell('published'), cell('published')], 100],
    ['half of it', [cell('published'), cell('missing')], 50],
    ['the half that weighs more', [cell('published', { weight: 3 }), cell('missing')], 75],
    ['what is not owed counts neither way', [cell('published'), cell('not-applicable')], 100],
    ['nothing owed', [cell('not-applicable')], 0],
    ['lapsed today', [cell('stale', { since: TODAY })], 50],
    ['lapsed 90 days ago', [cell('stale', { since: addDays(TODAY, -90) })], 25],
    ['lapsed 180 days ago', [cell('stale', { since: addDays(TODAY, -180) })], 13],
    ['never verified', [cell('stale')], 25],
  ])('%s', (_, cells, value) => {
    expect(scoreOf(cells, TODAY).value).toBe(value);
  });

  it('names what would raise it most, and by how much', () => {
    const cells = [
      cell('published', { id: 'rules' }),
      cell('missing', { id: 'training' }),
      cell('missing', { id: 'phone', weight: 3 }),
    ];
    expect(scoreOf(cells, TODAY).next).toEqual({ item: 'phone', gain: 60 });
    expect(scoreOf([cell('published')], TODAY).next).toBeUndefined();
  });

  it('takes of an office what each item weighs, and of what lapsed since when', () => {
    const cells = scoredCells([
      { item: { id: 'phone', evidence: 'contact' }, evidence: stale('2026-11-01') },
      { item: { id: 'notices', evidence: 'affairs' }, evidence: published('2026-12-01') },
    ]);
    expect(cells).toEqual([
      { id: 'phone', weight: 3, state: 'stale', since: '2026-11-01' },
      { id: 'notices', weight: 1, state: 'published', since: undefined },
    ]);
  });

  it('never rises by waiting, and stays between 0 and 100', () => {
    const states = fc.constantFrom<ScoredCell['state']>('published', 'stale', 'missing', 'not-applicable');
    const cells = fc.array(
      fc.record({
        id: fc.string(),
        weight: fc.integer({ min: 1, max: 3 }),
        state: states,
        since: fc.option(
          fc.integer({ min: 0, max: 900 }).map((days) => addDays(TODAY, -days)),
          { nil: undefined },
        ),
      }),
    );
    fc.assert(
      fc.property(cells, fc.integer({ min: 0, max: 900 }), (list, wait) => {
        const [now, later] = [scoreOf(list, TODAY).value, scoreOf(list, addDays(TODAY, wait)).value];
        expect(now).toBeGreaterThanOrEqual(later);
        expect([now, later].every((value) => value >= 0 && value <= 100)).toBe(true);
      }),
    );
  });

  it('falls by itself when nobody confirms an office’s facts, and is nowhere when the standards are off', () => {
    const catalogueWith = (standards: boolean) => {
      const { catalogue } = aContent({
        'site.json': fields({ 'features.standards': standards }),
      });
      if (!catalogue) throw new Error('the content has errors');
      return catalogue;
    };
    const settings = { address: (path: string) => path, digest: (text: string) => text };
    const scoreOn = (day: string) =>
      disclosureFile(catalogueWith(true), { ...settings, now: new Date(`${day}T02:00:00Z`) }).offices[0]
        ?.score?.value ?? 0;
    expect(scoreOn(TODAY)).toBeGreaterThan(scoreOn(addDays(TODAY, 400)));
    const off = catalogueWith(false);
    expect(JSON.stringify(disclosureFile(off, { ...settings, now: NOW }))).not.toMatch(/"(?:score|weight)"/);
    const view = disclosureView(assessCatalogue(off, NOW));
    expect([view.formula, view.counties[0]?.rows[0]?.score]).toEqual([undefined, undefined]);
  });
});
