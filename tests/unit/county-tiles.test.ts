import { describe, expect, it } from 'vitest';
import { tilesOf } from '../../src/domain/county-tiles.ts';
import { catalogue } from '../helpers/finder.ts';

const seats = catalogue.counties.flatMap(({ record: { name, seat } }) => (seat ? [{ name, ...seat }] : []));
const tiles = tilesOf(seats);
const pairs = seats.flatMap((one, a) =>
  seats.map((other, b) => ({ one, other, a: tiles[a]!, b: tiles[b]! })),
);

describe('the counties as tiles', () => {
  it('take a tile each, none twice, at most five beside each other', () => {
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(seats.length);
    expect(Math.max(...tiles.map(({ column }) => column))).toBeLessThanOrEqual(5);
    expect(tiles.every(({ column, row }) => column >= 1 && row >= 1)).toBe(true);
  });

  it('lie as they lie: what is clearly north of another is not drawn south of it, nor east west', () => {
    const turned = pairs.filter(
      ({ one, other, a, b }) =>
        (one.lat - other.lat > 0.25 && a.row > b.row) || (one.lon - other.lon > 0.25 && a.column < b.column),
    );
    expect(turned.map(({ one, other }) => `${one.name} ${other.name}`)).toEqual([]);
  });

  it('are one tile for one county, and none for none', () => {
    expect(tilesOf([{ lon: 103, lat: 29 }])).toEqual([{ column: 1, row: 1 }]);
    expect(tilesOf([])).toEqual([]);
  });
});
