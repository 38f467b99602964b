import type { Catalogue, County } from '../catalogue/types.ts';
import { tilesOf } from '../domain/county-tiles.ts';
import { paths } from '../domain/urls.ts';
import { isOpen } from './placed.ts';

/**
 * The counties as tiles about where their seats lie; the ones without a known seat beside them. Each leads where `to`
 * says of its slug.
 */
export function countyTilesView({ counties }: Catalogue, to: (county: string) => string = paths.county) {
  const shown = ({ slug, record, offices }: County) => ({
    name: record.shortName,
    path: to(slug),
    offices: offices.filter(isOpen).length,
  });
  const placed = counties.flatMap((county) =>
    county.record.seat ? [{ county, at: county.record.seat }] : [],
  );
  const tiles = tilesOf(placed.map(({ at }) => at));
  return {
    tiles: placed
      .flatMap(({ county }, at) => {
        const tile = tiles[at];
        return tile ? [{ ...shown(county), ...tile }] : [];
      })
      .toSorted((a, b) => a.row - b.row || a.column - b.column),
    unplaced: counties.filter(({ record }) => !record.seat).map(shown),
  };
}

export type CountyTilesView = ReturnType<typeof countyTilesView>;
