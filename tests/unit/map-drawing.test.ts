import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherSpots } from '../../src/domain/cluster.ts';
import { boxAround, distanceInWords, kilometresBetween } from '../../src/domain/geo.ts';
import type { Catalogue, County, Office } from '../../src/catalogue/types.ts';
import { layLocator } from '../../src/domain/locator.ts';
import { locatorView } from '../../src/views/locator.ts';
import { projectionOf, roundLength } from '../../src/domain/projection.ts';

const LESHAN = { lon: 103.76, lat: 29.56 };
const QIANWEI = { lon: 103.95, lat: 29.21 };
const SHEET = { width: 320, maxHeight: 300, margin: 20 };

describe('the flat picture of a city', () => {
  const box = boxAround([LESHAN, QIANWEI, { lon: 103.08, lat: 28.83 }]);
  const { project, unitsPerKm, height } = projectionOf(box!, SHEET);

  it('keeps distances: two points are as far apart in the picture as on earth', () => {
    const [a, b] = [project(LESHAN), project(QIANWEI)];
    const drawn = Math.hypot(a.x - b.x, a.y - b.y) / unitsPerKm;
    expect(Math.abs(drawn - kilometresBetween(LESHAN, QIANWEI))).toBeLessThan(1);
  });

  it('has north above and east to the right', () => {
    expect(project(LESHAN).y).toBeLessThan(project(QIANWEI).y);
    expect(project(LESHAN).x).toBeLessThan(project(QIANWEI).x);
  });

  it('leaves its margin free and never grows beyond its sheet', () => {
    const point = fc.record({
      lon: fc.double({ min: 102.2, max: 104.3, noNaN: true }),
      lat: fc.double({ min: 28.4, max: 30, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (points) => {
        const drawn = projectionOf(boxAround(points)!, SHEET);
        expect(drawn.height).toBeLessThanOrEqual(SHEET.maxHeight);
        for (const { x, y } of points.map(drawn.project)) {
          expect(x).toBeGreaterThanOrEqual(SHEET.margin - 1);
          expect(x).toBeLessThanOrEqual(SHEET.width - SHEET.margin + 1);
          expect(y).toBeGreaterThanOrEqual(SHEET.margin - 1);
          expect(y).toBeLessThanOrEqual(drawn.height - SHEET.margin + 1);
        }
      }),
    );
    expect(height).toBeLessThanOrEqual(300);
  });

  it('measures with round lengths', () => {
    expect([0.7, 1, 4.9, 5, 19, 20, 60, 999].map(roundLength)).toEqual([0.5, 1, 2, 5, 10, 20, 50, 500]);
  });
});

describe('the small picture on an office’s page', () => {
  const seats = [
    { ...LESHAN, name: '市中区', own: false },
    { ...QIANWEI, name: '犍为', own: true },
  ];
  const here = { lon: 104.03, lat: 29.38 };

  it('draws each known place once, however many offices share it', () => {
    expect(layLocator({ here, known: [here, here, LESHAN], seats }).dots.match(/M/g)).toHaveLength(2);
  });

  it('names the seats inside the picture and never one over another', () => {
    const close = { lon: 103.9501, lat: 29.2101, name: '另一县', own: false };
    const { seats: labels, width } = layLocator({ here, known: [here], seats: [close, ...seats] });
    expect(labels.map(({ name }) => name)).toContain('犍为');
    for (const { x } of labels) expect(x).toBeGreaterThanOrEqual(0);
    expect(labels.every(({ x, name, side }) => side === 'end' || x + name.length * 13 <= width)).toBe(true);
  });

  it('is drawn also where the office is the only known point', () => {
    const { scale, here: spot } = layLocator({ here, known: [here], seats: [] });
    expect([scale.km, spot.x]).toEqual([2, 160]);
  });
});

describe('points too close to tap one by one', () => {
  const spot = (one: readonly [number, number]) => ({ x: one[0], y: one[1] });
  const groups = (points: readonly (readonly [number, number])[]) =>
    gatherSpots(points, spot, 40).map(({ items }) => items.length);

  it('become one; others stay alone', () => {
    expect(
      groups([
        [0, 0],
        [10, 10],
        [100, 0],
        [139, 0],
        [-30, 0],
      ]),
    ).toEqual([3, 2]);
  });

  it('none is lost, and each group keeps to its reach', () => {
    const point = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), (points) => {
        const made = gatherSpots(points, spot, 40);
        expect(made.flatMap(({ items }) => items)).toHaveLength(points.length);
        for (const { x, y, items } of made)
          for (const one of items) expect(Math.hypot(one[0] - x, one[1] - y)).toBeLessThan(40);
        for (const a of made)
          for (const b of made)
            if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(40);
      }),
    );
  });
});

it('a distance is said as exactly as it is known', () => {
  expect([0.04, 3.26, 12.4].map((km) => distanceInWords(km))).toEqual([
    '不到0.1公里',
    '约3.3公里',
    '约12公里',
  ]);
  expect([0.04, 3.26].map((km) => distanceInWords(km, true))).toEqual(['2公里以内', '约3公里']);
});

it('an office is drawn among those of its county, however large the city is', () => {
  const at = (lon: number): Office =>
    ({ record: { shortName: '甲所', place: { point: { lon, lat: 29.5, precision: 'office' } } } }) as Office;
  const own = [at(103.5), at(103.6)];
  const county = { record: { name: '甲县', shortName: '甲' }, offices: own } as unknown as County;
  const office = { ...own[0], county } as Office;
  const others = Array.from({ length: 500 }, (_, one) => at(103 + one / 500));
  const catalogue = {
    site: { city: { name: '示例市' } },
    offices: [...own, ...others],
  } as unknown as Catalogue;
  expect(locatorView(office, catalogue)?.picture.dots.match(/M/g)).toHaveLength(2);
});
