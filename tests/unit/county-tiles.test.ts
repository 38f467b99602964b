import { describe, expect, it } from 'vitest';
import { tilesOf } from '../../src/domain/county-tiles.ts';
import { catalogue } from '../helpers/finder.ts';

const seats = catalogue.counties.flatMap(({ record: { name, seat } }) => (seat ? [{ name, ...seat }] : []));

describe('the counties as tiles', () => {
  it('take a tile each, none twice, at most five beside each other', () => {
    const tiles = tilesOf(seats);
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(seats.length);
    expect(Math.max(...tiles.map(({ column }) => column))).toBeLessThanOrEqual(5);
    expect(tiles.every(({ column, row }) => column >= 1 && row >= 1)).toBe(true);
  });

  it('lie as they lie: what is clearly north of another is not drawn south of it, nor east west', () => {
    const tiles = tilesOf(seats);
    const pairs = seats.flatMap((one, a) =>
      seats.map((other, b) => ({ one, other, a: tiles[a]!, b: tiles[b]! })),
    );
    const turned = pairs.filter(
      ({ one, other, a, b }) =>
        (one.lat - other.lat > 0.25 && a.row > b.row) || (one.lon - other.lon > 0.25 && a.column < b.column),
    );
    expect(turned.map(({ one, other }) => `${one.name} ${other.name}`)).toEqual([]);
  });

  it('are pulled apart as far as they lie apart, in whatever order they are told', () => {
    const [west, east, south, north] = [103, 104, 29, 30];
    const corners = [
      { lon: east, lat: south },
      { lon: west, lat: north },
      { lon: east, lat: north },
      { lon: west, lat: south },
      { lon: 103.5, lat: 29.5 },
    ];
    const told = (places: typeof corners) => tilesOf(places).map(({ column, row }) => `${column} ${row}`);
    expect(told(corners)).toEqual(['3 3', '1 1', '3 1', '1 3', '2 2']);
    expect(told(corners.toReversed())).toEqual(['2 2', '1 3', '3 1', '1 1', '3 3']);
  });

  it('leave some tiles free, so that the shape is seen', () => {
    const line = (count: number) =>
      tilesOf(Array.from({ length: count }, (_, at) => ({ lon: 103 + at, lat: 29 })));
    expect(line(3).map(({ column }) => column)).toEqual([1, 2, 3]);
    expect(Math.max(...line(40).map(({ column }) => column))).toBe(5);
    expect(new Set(line(40).map(({ column, row }) => `${column} ${row}`)).size).toBe(40);
  });

  it('are one tile for one county, and none for none', () => {
    expect(tilesOf([{ lon: 103, lat: 29 }])).toEqual([{ column: 1, row: 1 }]);
    expect(tilesOf([])).toEqual([]);
  });
});
