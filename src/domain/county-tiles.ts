/** Places as tiles of one size, each about where it lies: a picture that claims no border. */
import { boxAround, type LonLat } from './geo.ts';

/** Where a tile stands, from 1 on: columns from the west, rows from the north. */
interface Tile {
  readonly column: number;
  readonly row: number;
}

/** No page is wider than so many tiles. */
const MOST_COLUMNS = 5;
/** Free tiles let the shape of the whole be seen. */
const ROOM = 1.6;
const ROUNDS = 60;

interface Grid {
  readonly columns: number;
  readonly rows: number;
}

const gridFor = (count: number): Grid => {
  const columns = Math.min(MOST_COLUMNS, Math.max(1, Math.ceil(Math.sqrt(count * ROOM))));
  return { columns, rows: Math.ceil((count * ROOM) / columns) };
};

/** Where each place would stand if tiles could lie anywhere. */
function wanted(places: readonly LonLat[], { columns, rows }: Grid): { x: number; y: number }[] {
  const box = boxAround(places);
  if (!box) return [];
  const share = (value: number, from: number, to: number) => (to > from ? (value - from) / (to - from) : 0.5);
  return places.map(({ lon, lat }) => ({
    x: share(lon, box.west, box.east) * (columns - 1),
    y: (1 - share(lat, box.south, box.north)) * (rows - 1),
  }));
}

/**
 * A tile for each place, none taken twice, so that all together stand as near as can be to where they lie: each change
 * of two tiles that brings them nearer is made until there is none.
 */
export function tilesOf(places: readonly LonLat[]): Tile[] {
  const grid = gridFor(places.length);
  const spots = wanted(places, grid);
  const cells = Array.from({ length: grid.columns * grid.rows }, (_, at) => ({
    x: at % grid.columns,
    y: Math.floor(at / grid.columns),
  }));
  /** For each cell the place in it; the places first, in their order. */
  const held: (number | undefined)[] = cells.map((_, at) => (at < places.length ? at : undefined));
  const cost = (cell: number, place: number | undefined): number => {
    const [at, spot] = [cells[cell], place === undefined ? undefined : spots[place]];
    return at && spot ? (at.x - spot.x) ** 2 + (at.y - spot.y) ** 2 : 0;
  };
  const better = (one: number, other: number) =>
    cost(one, held[other]) + cost(other, held[one]) < cost(one, held[one]) + cost(other, held[other]) - 1e-9;
  for (let round = 0, moved = true; moved && round < ROUNDS; round += 1) {
    moved = false;
    for (let one = 0; one < cells.length; one += 1)
      for (let other = one + 1; other < cells.length; other += 1) {
        if (!better(one, other)) continue;
        [held[one], held[other]] = [held[other], held[one]];
        moved = true;
      }
  }
  return places.map((_, place) => {
    const cell = held.indexOf(place);
    return { column: (cell % grid.columns) + 1, row: Math.floor(cell / grid.columns) + 1 };
  });
}
