import type { Catalogue, County } from '../catalogue/types.ts';
import { tilesOf } from '../domain/county-tiles.ts';
import { paths } from '../domain/urls.ts';

const isOpen = ({ record }: County['offices'][number]) => record.status.state !== 'closed';

const shown = ({ slug, record, offices }: County) => ({
  name: record.shortName,
  path: paths.county(slug),
  offices: offices.filter(isOpen).length,
});

/** The counties as tiles about where their seats lie; the ones without a known seat beside them. */
export function countyTilesView({ counties }: Catalogue) {
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
