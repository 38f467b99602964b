import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../src/domain/coverage.ts';
import { isInBox, kilometresBetween, swapAxes } from '../../src/domain/geo.ts';
import { suggest } from '../../src/catalogue/suggest.ts';
import { auditYear, isInSpan } from '../../src/domain/year.ts';

describe('distances', () => {
  it('are those of the earth', () => {
    const beijing = { lon: 116.4074, lat: 39.9042 };
    const shanghai = { lon: 121.4737, lat: 31.2304 };
    expect(kilometresBetween(beijing, shanghai)).toBeCloseTo(1067.3, 0);
    expect(kilometresBetween(beijing, beijing)).toBe(0);
  });

  it('are the same both ways', () => {
    const point = fc.record({
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
    });
    fc.assert(
      fc.property(point, point, (a, b) => {
        expect(kilometresBetween(a, b)).toBeCloseTo(kilometresBetween(b, a), 6);
      }),
    );
  });

  it('know a box and exchanged axes', () => {
    const box = { west: 102, south: 28, east: 105, north: 30 };
    expect(isInBox({ lon: 103, lat: 29 }, box)).toBe(true);
    expect(isInBox(swapAxes({ lon: 103, lat: 29 }), box)).toBe(false);
  });
});

describe('the year', () => {
  it('is covered by seasons that run over New Year', () => {
    const seasons = [
      { from: '05-01', to: '09-30' },
      { from: '10-01', to: '04-30' },
    ];
    expect(auditYear(seasons)).toEqual({ gaps: [], overlaps: [] });
    expect(isInSpan('02-29', { from: '10-01', to: '04-30' })).toBe(true);
  });

  it('shows the days that are left out and those named twice', () => {
    const seasons = [
      { from: '03-01', to: '10-31' },
      { from: '10-31', to: '02-28' },
    ];
    expect(auditYear(seasons)).toEqual({
      gaps: [{ from: '02-29', to: '02-29' }],
      overlaps: [{ from: '10-31', to: '10-31' }],
    });
  });
});

describe('who serves a village', () => {
  const villages = [
    { code: 'A1', township: 'A' },
    { code: 'A2', township: 'A' },
  ];

  it('is the office of its township, unless another names the village', () => {
    const served = coverageOf(villages, [
      { office: 'one', codes: ['A'] },
      { office: 'two', codes: ['A1'] },
    ]);
    expect([...served]).toEqual([
      ['A1', ['two']],
      ['A2', ['one']],
    ]);
  });

  it('is every office that names it, and nobody where none does', () => {
    const both = coverageOf(villages, [
      { office: 'one', codes: ['A1', 'A1'] },
      { office: 'two', codes: ['A1'] },
    ]);
    expect([...both.values()]).toEqual([['one', 'two'], []]);
  });
});

describe('what an author meant', () => {
  it('is the nearest choice, whatever case and hyphens', () => {
    expect(suggest('shortname', ['name', 'shortName'])).toBe('shortName');
    expect(suggest('legal_aid', ['legal-aid', 'legal-advice'])).toBe('legal-aid');
    expect(suggest('phnes', ['phones', 'place'])).toBe('phones');
  });

  it('is not guessed when nothing is near', () => {
    expect(suggest('zzz', ['name', 'phones'])).toBeUndefined();
    expect(suggest('anything', [])).toBeUndefined();
  });
});
