import { describe, expect, it } from 'vitest';
import type { Office } from '../../src/catalogue/types.ts';
import { lacksPeople, lacksPremises } from '../../src/domain/standards/find.ts';
import { measureCatalogue } from '../../src/domain/standards/measure.ts';
import { MEASURES } from '../../src/domain/standards/measures.ts';
import { standardsCsv } from '../../src/exports/standards.ts';
import type { Standards } from '../../src/schemas/standards.ts';
import { aContent, fields, problemsOf, type Overrides } from '../helpers/content.ts';
import { aStaff, person } from '../helpers/disclosure.ts';

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

const grade = (id: string, one: Office) => MEASURES.find((measure) => measure.id === id)?.find(one).grade;

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
    expect(standardsCsv(off, { generatedFrom: '', address: (path) => path, now: NOW })).toBe(undefined);
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
