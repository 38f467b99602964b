import { describe, expect, it } from 'vitest';
import { kilometresBetween } from '../../src/domain/geo.ts';
import { layLocator } from '../../src/domain/locator.ts';

/** The corners of a county: the picture is 320 wide and leaves 40 free on either side. */
const WEST = { lon: 103, lat: 29 };
const EAST = { lon: 104, lat: 29.2 };

/** A county seat so many units from the left; `row` is a line of its own in the picture. */
const seat = (name: string, x: number, { row = 0, own = false } = {}) => ({
  name,
  own,
  lon: 103 + (x - 40) / 240,
  lat: 29 + row * 0.1,
});
const lay = (...seats: readonly ReturnType<typeof seat>[]) =>
  layLocator({ here: WEST, known: [WEST, EAST], seats });
/** Each name, with the side of its point that it stands on; `-` where it is left out. */
const named = (...seats: readonly ReturnType<typeof seat>[]) =>
  lay(...seats).seats.map(({ name, side }) => (name ? `${name} ${side}` : '-'));

describe('the names in the small picture', () => {
  it('stand towards the middle', () => {
    expect(named(seat('左县', 100), seat('右县', 220, { row: 1 }), seat('中县', 160, { row: 2 }))).toEqual([
      '左县 start',
      '右县 end',
      '中县 start',
    ]);
  });

  it('stand on the other side where another place is in the way', () => {
    expect(named(seat('左县', 100), seat('右县', 125))).toEqual(['左县 end', '右县 start']);
    expect(named(seat('左县', 100), seat('右县', 148))).toEqual(['左县 start', '右县 start']);
    expect(named(seat('左县', 100), seat('右县', 125, { row: 1 }))).toEqual(['左县 start', '右县 start']);
  });

  it('are left out where neither side is free; the own one never, and it comes first', () => {
    const around = [seat('甲县', 75), seat('丙县', 125)];
    const names = (own: boolean) => named(...around, seat('乙县', 100, { own }));
    expect(names(false)).toEqual(['甲县 end', '丙县 start', '-']);
    expect(names(true)).toEqual(['乙县 start', '甲县 end', '-']);
  });

  it('of two at one and the same place one stands, and is in nobody’s way', () => {
    expect(named(seat('甲县', 100), seat('乙县', 104))).toEqual(['甲县 start', '-']);
    expect(named(seat('甲县', 100), seat('乙县', 104, { own: true }))).toEqual(['乙县 start', '-']);
  });

  it('never leave the picture', () => {
    const long = '一个特别长的自治县名字一个特别长的';
    expect(named(seat(long, 100))).toEqual(['-']);
    expect(named(seat('六个字的名字', 200))).toEqual(['六个字的名字 end']);
    expect(named(seat(long, 220))).toEqual(['-']);
  });

  it('may stand close, not over each other', () => {
    const beside = (x: number) => named(seat('甲县', 60), seat('乙县', x));
    expect(beside(112)).toEqual(['甲县 start', '乙县 start']);
    expect(beside(90)).toEqual(['甲县 end', '乙县 start']);
    // Two names on one line, each towards the middle, with room for one between them.
    expect(named(seat('左边的县', 120), seat('右边的县', 200))).toEqual(['左边的县 start', '右边的县 start']);
  });
});

describe('the small picture', () => {
  it('has a scale of round kilometres, as long as they are in the picture and no longer than 90', () => {
    const { scale, seats } = lay(seat('甲县', 40), seat('乙县', 280));
    const [a, b] = seats;
    const unitsPerKm = ((b?.x ?? 0) - (a?.x ?? 0)) / kilometresBetween(WEST, { lon: 104, lat: 29 });
    expect(scale.km).toBe(20);
    expect(Math.abs(scale.length - 20 * unitsPerKm)).toBeLessThan(1);
  });

  it('leaves room below its lowest point, and dots every known place', () => {
    const { here, height, width, dots } = lay();
    expect([here.x, width]).toEqual([40, 320]);
    expect(Math.round(height - here.y)).toBe(56);
    expect(dots).toMatch(/^M40 [\d.]+h0M280 [\d.]+h0$/);
  });
});
