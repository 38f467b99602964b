import { describe, expect, it } from 'vitest';
import type { Office } from '../../src/catalogue/types.ts';
import type { Assessed } from '../../src/domain/disclosure/assess.ts';
import type { Evidence } from '../../src/domain/disclosure/evidence.ts';
import { lacksPeople, lacksPremises } from '../../src/domain/standards/find.ts';
import { measureCatalogue } from '../../src/domain/standards/measure.ts';
import { MEASURES } from '../../src/domain/standards/measures.ts';
import { standardsCsv } from '../../src/exports/standards.ts';
import type { Standards } from '../../src/schemas/standards.ts';
import { aContent, fields, problemsOf, type Overrides } from '../helpers/content.ts';
import { anItem, aStaff, person } from '../helpers/disclosure.ts';

const NOW = new Date('2026-11-24T02:00:00Z');

function city(overrides: Overrides = {}) {
  const { catalogue, problems } = aContent(overrides);
  if (!catalogue) throw new Error(JSON.stringify(problems));
  return catalogue;
}

const office = (): Office => {
  const [first] = city().offices;
  if (!first) throw new Error('the small city has an office');
  return { ...first, staff: undefined };
};

const withStandards = (standards: Standards): Office => {
  const one = office();
  return { ...one, record: { ...one.record, standards } };
};

const TODAY = '2026-11-24';

const standing = (one: Office, disclosed: readonly Assessed[] = []) => ({
  office: one,
  today: TODAY,
  disclosed,
});

const found = (id: string, of: ReturnType<typeof standing>) =>
  MEASURES.find((measure) => measure.id === id)?.find(of);

const grade = (id: string, one: Office) => found(id, standing(one))?.grade;

describe('an office measured against the 2018 plan', () => {
  it.each(MEASURES.map(({ id }) => id))('%s is unknown while nobody has reported it', (id) => {
    const one = office();
    const { standards: _, premises: __, ...record } = one.record;
    expect(grade(id, { ...one, record })).toBe('unknown');
  });

  it('100 m² of its own are enough, less or shared is not, and unknown use is unknown', () => {
    const area = (premisesAreaM2: number, independentUse?: boolean) =>
      grade(
        'area',
        withStandards({ premisesAreaM2, ...(independentUse !== undefined && { independentUse }) }),
      );
    expect([area(100, true), area(99.9, true), area(120, false), area(120)]).toEqual([
      'met',
      'unmet',
      'unmet',
      'unknown',
    ]);
  });

  it('12 days or 90 hours of training: either is enough, with one course at least', () => {
    const training = (sessions: number, days?: number, hours?: number) =>
      grade(
        'training',
        withStandards({
          training: {
            year: 2025,
            sessions,
            ...(days !== undefined && { days }),
            ...(hours !== undefined && { hours }),
          },
        }),
      );
    expect([training(1, 12), training(1, 3, 90), training(1, 11, 89), training(0, 12), training(1)]).toEqual([
      'met',
      'met',
      'unmet',
      'unmet',
      'unknown',
    ]);
  });

  it('training, plans and budgets of earlier years say nothing of this one', () => {
    const trained = (year: number) =>
      grade('training', withStandards({ training: { year, sessions: 1, days: 12 } }));
    expect([trained(2026), trained(2025), trained(2024)]).toEqual(['met', 'met', 'unknown']);
    const planned = (year: number) => grade('law-plan', withStandards({ legalEducationPlanYear: year }));
    expect([planned(2026), planned(2025)]).toEqual(['met', 'unknown']);
  });

  it('what the plan forbids is met by its absence', () => {
    expect(grade('misuse', withStandards({ premisesMisused: false }))).toBe('met');
    expect(grade('misuse', withStandards({ premisesMisused: true }))).toBe('unmet');
    expect(grade('seconded', withStandards({ secondedOut: 0 }))).toBe('met');
    expect(grade('seconded', withStandards({ secondedOut: 1 }))).toBe('unmet');
  });

  it('the 11 and 6 systems are met by all seventeen', () => {
    expect([16, 17].map((systems) => grade('systems', withStandards({ systems })))).toEqual(['unmet', 'met']);
  });

  it('budget and equipment plan are told once by the bureau for all its offices', () => {
    const one = office();
    const standards = { budgetYear: 2026, equipmentPlanYear: 2025, source: '县司法局' };
    const county = { ...one.county, record: { ...one.county.record, standards } };
    expect(grade('budget', { ...one, county })).toBe('met');
    expect(grade('equipment-plan', { ...one, county })).toBe('unknown');
  });

  it('the four disclosures are what the engine found, until the first of it lapses', () => {
    const cell = (evidence: Evidence): Assessed => ({ item: anItem('place'), evidence });
    const link = '#place';
    const people = (...cells: Evidence[]) => found('disclosed-people', standing(office(), cells.map(cell)));
    expect(people({ state: 'published', link }, { state: 'missing' })).toEqual({
      grade: 'unknown',
      value: '1/2',
    });
    expect(
      people(
        { state: 'published', link, until: '2027-01-30' },
        { state: 'published', link, until: '2026-12-30' },
        { state: 'not-applicable', why: '只有一名工作人员' },
      ),
    ).toEqual({ grade: 'met', value: '2/2', until: '2026-12-30' });
  });

  it('every line of table E is measured, of an office or of the city, but the rank of a head', () => {
    const city = ['E1', 'E12', 'E26', 'E30'];
    const measured = new Set([...MEASURES.map(({ table }) => table), ...city, 'E13']);
    const lines = Array.from({ length: 30 }, (_, at) => `E${at + 1}`);
    expect(lines.filter((line) => !measured.has(line))).toEqual(['E4']);
  });

  it('an office without premises (无房所) is found by what it reports', () => {
    const one = office();
    expect(lacksPremises({ ...one, record: { ...one.record, premises: 'none' } })).toBe(true);
    expect(lacksPremises(withStandards({ premisesAreaM2: 0 }))).toBe(true);
    expect(lacksPremises(withStandards({ premisesAreaM2: 60 }))).toBe(false);
    expect(lacksPremises(one)).toBe(undefined);
  });

  it('an office without people (无人所) is one whose published list is empty, not one without a list', () => {
    const one = office();
    expect(lacksPeople(one)).toBe(undefined);
    expect(lacksPeople({ ...one, staff: aStaff([]) })).toBe(true);
    expect(lacksPeople({ ...one, staff: aStaff([person('a')]) })).toBe(false);
  });

  it('a head, an assistant and staff are counted from the published list', () => {
    const one = { ...office(), staff: aStaff([{ ...person('a'), role: 'head' }, person('b')]) };
    expect(['head', 'assistant', 'staff'].map((id) => grade(id, one))).toEqual(['met', 'unmet', 'met']);
  });
});

describe('the city measured against the 2018 plan', () => {
  const figure = (quotaOffices: number, quotaTotal: number) => ({
    'standards.json': { quotaOffices, quotaTotal, asOf: '2026-06-30', source: '市司法局' },
  });

  it('half of its posts belong to offices: a figure of the city, unknown until it is published', () => {
    expect(measureCatalogue(city(), NOW)?.share).toBe(undefined);
    expect(measureCatalogue(city(figure(50, 100)), NOW)?.share).toMatchObject({ value: 0.5, met: true });
    expect(measureCatalogue(city(figure(49, 100)), NOW)?.share).toMatchObject({ met: false });
  });

  it('offices cannot have more posts than the city', () => {
    expect(problemsOf(figure(101, 100))).toHaveLength(1);
  });

  it('is not measured at all where the city does not publish it', () => {
    const off = city({ 'site.json': fields({ 'features.standards': false }) });
    expect(measureCatalogue(off, NOW)).toBe(undefined);
    expect(standardsCsv(off, { digest: (text) => text, address: (path) => path, now: NOW })).toBe(undefined);
  });

  it('tells how many townships an office serves, and how many offices nobody has confirmed', () => {
    const measured = measureCatalogue(city(), NOW);
    expect(measured).toMatchObject({ townships: measured?.served, open: city().offices.length });
  });

  it('finds the offices without premises and without people', () => {
    const measured = measureCatalogue(
      city({ 'offices/dong/jia/office.json': fields({ premises: 'none' }) }),
      NOW,
    );
    expect(measured?.withoutPremises.map(({ id }) => id)).toEqual(['dong/jia']);
    expect(measured?.withoutPeople).toEqual([]);
  });
});
