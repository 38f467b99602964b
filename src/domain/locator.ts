/** Lays out the small picture of where an office is within its county; pure numbers, drawn by a component. */
import { boxAround, type LonLat } from './geo.ts';
import { projectionOf, roundLength, type MapSpot } from './projection.ts';

interface LocatorInput {
  readonly here: LonLat;
  /** Every known point of the county. */
  readonly known: readonly LonLat[];
  readonly seats: readonly (LonLat & { readonly name: string; readonly own: boolean })[];
}

interface SeatLabel extends MapSpot {
  /** Empty where the name would cover another. */
  readonly name: string;
  readonly own: boolean;
  /** On which side of the point the name stands. */
  readonly side: 'start' | 'end';
}

interface Locator {
  readonly width: number;
  readonly height: number;
  /** SVG path data with a dot for each known point. */
  readonly dots: string;
  readonly here: MapSpot;
  readonly seats: readonly SeatLabel[];
  readonly scale: { readonly km: number; readonly length: number };
}

/** Units of the drawing: about CSS pixels on a phone. Names of four characters fit into the margin. */
const SHEET = { width: 320, maxHeight: 300, margin: 40 };
const LONGEST_SCALE = 90;
const NAME_HEIGHT = 16;
const CHARACTER = 13;
const SAME_PLACE = 6;

/** The picture of a county's known points with one office in it. No boundary is drawn (facts A10-6). */
export function layLocator({ here, known, seats }: LocatorInput): Locator {
  const box = boxAround([here, ...known, ...seats]);
  if (!box) throw new Error('a locator has at least the point of its office');
  const { width, height, unitsPerKm, project } = projectionOf(box, SHEET);
  const dots = [...new Set(known.map(project).map(({ x, y }) => `M${x} ${y}h0`))].join('');
  const km = roundLength(LONGEST_SCALE / unitsPerKm);
  return {
    width,
    height: height + NAME_HEIGHT,
    dots,
    here: project(here),
    seats: withoutCollisions(seats.map((seat) => ({ ...project(seat), name: seat.name, own: seat.own }))),
    scale: { km, length: Math.round(km * unitsPerKm) },
  };
}

type Label = Omit<SeatLabel, 'side'>;

/** Names beside their points, towards the middle; one that would cover another is left out, not the own one. */
function withoutCollisions(labels: readonly Label[]): SeatLabel[] {
  const kept: SeatLabel[] = [];
  for (const label of labels.toSorted((a, b) => Number(b.own) - Number(a.own))) {
    const side: SeatLabel['side'] = label.x > SHEET.width / 2 ? 'end' : 'start';
    const other: SeatLabel['side'] = side === 'end' ? 'start' : 'end';
    const free = [side, other].find((one) => {
      const tried = { ...label, side: one };
      return isInside(tried) && !coversPoint(tried, labels) && !kept.some((before) => overlap(before, tried));
    });
    const name = free || label.own ? label.name : '';
    kept.push({ ...label, name, side: free ?? side });
  }
  return kept;
}

const extent = ({ x, name, side }: SeatLabel): readonly [number, number] => {
  const length = name.length * CHARACTER + 14;
  return side === 'start' ? [x - 4, x + length] : [x - length, x + 4];
};

const isInside = (label: SeatLabel) => extent(label)[0] >= 0 && extent(label)[1] <= SHEET.width;

/** True when a name would stand on the point of another place; one and the same place is no other. */
const coversPoint = (label: SeatLabel, points: readonly MapSpot[]): boolean =>
  points.some(({ x, y }) => {
    const [left, right] = extent(label);
    const isOther = Math.hypot(x - label.x, y - label.y) > SAME_PLACE;
    return isOther && Math.abs(y - label.y) < NAME_HEIGHT / 2 + 3 && x > left - 4 && x < right + 4;
  });

function overlap(a: SeatLabel, b: SeatLabel): boolean {
  const [left, right] = extent(a);
  const [from, to] = extent(b);
  return Math.abs(a.y - b.y) < NAME_HEIGHT - 2 && left < to && from < right;
}
