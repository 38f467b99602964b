import { describe, expect, it } from 'vitest';
import type { Catalogue, County } from '../../src/catalogue/types.ts';
import { goesByCounty, MOST_OFFICES } from '../../src/domain/by-county.ts';
import { assessCatalogue } from '../../src/domain/disclosure/assess.ts';
import { measureCatalogue } from '../../src/domain/standards/measure.ts';
import { partCrumbs, partOf, pathOf } from '../../src/views/by-county.ts';
import { countyTilesView } from '../../src/views/county-tiles.ts';
import { disclosureView } from '../../src/views/disclosure.ts';
import { mapView } from '../../src/views/map.ts';
import { placedByCounty, placeWords } from '../../src/views/placed.ts';
import { sitemapView } from '../../src/views/sitemap.ts';
import { standardsView } from '../../src/views/standards-page.ts';
import { aContent } from '../helpers/content.ts';

const NOW = new Date('2026-11-24T02:00:00Z');

const small = aContent().catalogue as Catalogue;
const [east, west] = small.counties as [County, County];

/** The small city with the office of its second county many times over: `offices` in all. */
function withOffices(offices: number, counties = 2): Catalogue {
  const first = counties === 2 ? [east] : [];
  const more = offices - first.flatMap((county) => county.offices).length;
  const [office] = west.offices;
  if (!office) throw new Error('the small city has an office in each county');
  const many = Array.from({ length: more }, (_, at) => ({ ...office, id: `xi/suo${at}`, slug: `suo${at}` }));
  const all = [...first, { ...west, offices: many }];
  return { ...small, counties: all, offices: all.flatMap((county) => county.offices) };
}

describe('a city whose offices are too many for one page', () => {
  it('goes by county above a size, and never where there is only one', () => {
    expect(goesByCounty(withOffices(MOST_OFFICES))).toBe(false);
    expect(goesByCounty(withOffices(MOST_OFFICES + 1))).toBe(true);
    expect(goesByCounty(withOffices(MOST_OFFICES * 3, 1))).toBe(false);
  });

  it('the site map lists every office of a city of the usual size, the counties of a large one', () => {
    const listed = (city: Catalogue) =>
      sitemapView(city).flatMap(({ path, entries }) => [path, ...entries.map((one) => one.path)]);
    const offices = (city: Catalogue) => listed(city).filter((path) => /^\/offices\/\w+\/\w+\/$/.test(path));
    expect(offices(small)).toHaveLength(small.offices.length);
    const large = withOffices(MOST_OFFICES + 1);
    expect(offices(large)).toEqual([]);
    for (const { slug } of large.counties) expect(listed(large)).toContain(`/offices/${slug}/`);
  });
});

describe('what is told of one county', () => {
  it('the matrix has its offices, cell by cell as in that of the city', () => {
    const whole = disclosureView(assessCatalogue(small, NOW));
    const parts = small.counties.map((county) => disclosureView(assessCatalogue(small, NOW, [county])));
    expect(parts.flatMap(({ counties }) => counties)).toEqual(whole.counties);
    expect(parts.map(({ offices }) => offices)).toEqual(small.counties.map(({ offices }) => offices.length));
    const sum = (key: 'published' | 'missing') => parts.reduce((total, { counts }) => total + counts[key], 0);
    expect([sum('published'), sum('missing')]).toEqual([whole.counts.published, whole.counts.missing]);
  });

  it('the standards are those of its offices and townships alone', () => {
    const view = (counties?: readonly County[]) => {
      const measured = measureCatalogue(small, NOW, counties);
      if (!measured) throw new Error('the small city publishes its standards');
      return standardsView(measured, small);
    };
    const [whole, own, other] = [view(), view([east]), view([west])];
    expect([...own.counties, ...other.counties]).toEqual(whole.counties);
    for (const key of ['offices', 'open', 'townships', 'served', 'unknownPeople'] as const)
      expect(own[key] + other[key]).toBe(whole[key]);
    expect(own.counties[0]?.counts).toEqual(own.counts);
  });

  it('the map draws and lists its offices, and offers no choice among counties', () => {
    const { data, offices, counties } = mapView(small, '', [west]);
    expect(data.offices.map(({ id }) => id)).toEqual(west.offices.map(({ id }) => id));
    expect(offices.map(({ id }) => id)).toEqual(west.offices.map(({ id }) => id));
    expect(data.counties.map(({ slug }) => slug)).toEqual([west.slug]);
    expect(counties).toEqual([]);
    expect(mapView(small, '').counties).toHaveLength(2);
  });

  it('the totals of the map are those of the maps of the counties', () => {
    const totals = placedByCounty(small).map(({ slug, offices, surveyed, approximate }) => {
      return { slug, offices, surveyed, approximate };
    });
    expect(totals).toEqual(
      small.counties.map((county) => {
        const { offices, surveyed, approximate } = mapView(small, '', [county]);
        return { slug: county.slug, offices: offices.length, surveyed, approximate };
      }),
    );
  });

  it('tells how exactly the offices are known, and nothing of what is none', () => {
    expect(placeWords(12, { surveyed: 12, approximate: 0 })).toBe('12个有实测位置');
    expect(placeWords(12, { surveyed: 3, approximate: 5 })).toBe(
      '3个有实测位置，5个知道乡镇驻地的大致位置，4个还没有公开位置',
    );
  });

  it('stands below the page of the city, which is the way to it', () => {
    const part = partOf(small, west, false);
    expect(pathOf('/disclosure/', part)).toBe('/disclosure/xi/');
    expect(partCrumbs('四公开情况', '/disclosure/', part)).toEqual([
      { name: '四公开情况', path: '/disclosure/' },
      { name: west.record.name },
    ]);
    expect(pathOf('/map/', partOf(small, undefined, true))).toBe('/map/');
  });

  it('the tiles of a large city lead to its counties’ maps', () => {
    const paths = countyTilesView(small, (county) => `/map/${county}/`).tiles.map(({ path }) => path);
    expect(paths.toSorted()).toEqual(['/map/dong/', '/map/xi/']);
  });
});
