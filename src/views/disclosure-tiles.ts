import { tally, type AssessedOffice } from '../domain/disclosure/assess.ts';

/** Side of a tile, gap between tiles and tiles in a row, in the picture's own units. */
const SIDE = 24;
const STEP = 28;
const IN_A_ROW = 9;

const box = (x: number, y: number, height: number) => `M${x} ${y}h${SIDE}v${height}h-${SIDE}z`;

/**
 * A tile per office, in the order of the county's list: no map, no borders. It fills from below: hatched for content
 * of the city or county, solid for the office's own; a corner is cut where something is stale; a closed office is
 * a stroke through an empty tile.
 */
function tile({ office, cells }: AssessedOffice, at: number) {
  const counts = tally(cells);
  const owed = counts.published + counts.stale + counts.missing;
  const [x, y] = [(at % IN_A_ROW) * STEP + 1, Math.floor(at / IN_A_ROW) * STEP + 1];
  const high = (count: number) => (owed === 0 ? 0 : Math.round((count / owed) * SIDE * 10) / 10);
  const [inherited, all] = [high(counts.inherited), high(counts.published)];
  const closed = office.record.status.state === 'closed';
  return {
    title: `${office.record.shortName} ${counts.published}/${owed}`,
    frame: box(x, y, SIDE),
    inherited: inherited > 0 ? box(x, y + SIDE - inherited, inherited) : undefined,
    own: all > inherited ? box(x, y + SIDE - all, all - inherited) : undefined,
    stale: counts.stale > 0 ? `M${x + SIDE - 10} ${y}h10v10z` : undefined,
    closed: closed ? `M${x} ${y + SIDE}l${SIDE}-${SIDE}` : undefined,
  };
}

/** The tiles of a county and the size of their picture. */
export function tilesOf(offices: readonly AssessedOffice[]) {
  const rows = Math.ceil(offices.length / IN_A_ROW);
  return {
    width: Math.min(offices.length, IN_A_ROW) * STEP - STEP + SIDE + 2,
    height: rows * STEP - STEP + SIDE + 2,
    tiles: offices.map(tile),
  };
}
