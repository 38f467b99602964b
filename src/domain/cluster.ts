/** Gathers points of a screen that are too close to be told apart or tapped one by one. */
import type { MapSpot } from './projection.ts';

interface Gathered<T> extends MapSpot {
  readonly items: readonly T[];
}

/**
 * Each item joins the nearest group whose first member is within `reach`, else begins a group of its own. The order
 * of the items decides, so the same items make the same groups. A grid of cells keeps it quick for thousands.
 */
export function gatherSpots<T>(
  items: readonly T[],
  spotOf: (item: T) => MapSpot,
  reach: number,
): Gathered<T>[] {
  const groups: (MapSpot & { items: T[] })[] = [];
  const cells = new Map<string, (MapSpot & { items: T[] })[]>();
  const keyOf = (x: number, y: number) => `${Math.floor(x / reach)} ${Math.floor(y / reach)}`;
  for (const item of items) {
    const spot = spotOf(item);
    const near = neighbours(spot, reach)
      .flatMap(({ x, y }) => cells.get(keyOf(x, y)) ?? [])
      .map((group) => ({ group, far: Math.hypot(group.x - spot.x, group.y - spot.y) }))
      .filter(({ far }) => far < reach)
      .sort((a, b) => a.far - b.far)[0]?.group;
    if (near) near.items.push(item);
    else {
      const group = { x: spot.x, y: spot.y, items: [item] };
      groups.push(group);
      const key = keyOf(spot.x, spot.y);
      cells.set(key, [...(cells.get(key) ?? []), group]);
    }
  }
  return groups;
}

const STEPS = [-1, 0, 1];

const neighbours = ({ x, y }: MapSpot, reach: number): MapSpot[] =>
  STEPS.flatMap((across) => STEPS.map((down) => ({ x: x + across * reach, y: y + down * reach })));
