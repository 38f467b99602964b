import type { Catalogue, Office } from '../catalogue/types.ts';
import { countGrades, type Measured } from '../domain/standards/measure.ts';
import { GRADE_MARKS, GRADE_WORDS } from '../domain/standards/find.ts';
import { MEASURES } from '../domain/standards/measures.ts';
import { paths } from '../domain/urls.ts';

const linked = (office: Office) => ({ name: office.record.name, path: paths.office(office.id) });

/** `0.536` as `53.6%`. */
const percent = (value: number) => `${Math.round(value * 1000) / 10}%`;

function areaOf(office: Office, titles: ReadonlyMap<string, string>) {
  const { area } = office.record;
  return {
    name: area?.name ?? office.record.name,
    lead: linked(office),
    members: office.members.map(linked),
    matters: area?.matters.map((slug) => titles.get(slug) ?? slug) ?? [],
  };
}

/** The measures of the 2018 plan for the city and for every office, county by county. */
export function standardsView(measured: Measured, catalogue: Catalogue) {
  const titles = new Map(
    [...catalogue.functions, ...catalogue.services].map(({ slug, data }) => [slug, data.title]),
  );
  const cells = measured.counties.flatMap(({ offices }) => offices.flatMap((one) => one.cells));
  const { share } = measured;
  return {
    asOf: measured.asOf,
    today: measured.today,
    seed: catalogue.site.seed,
    plan: catalogue.plan !== undefined,
    offices: measured.counties.reduce((sum, { offices }) => sum + offices.length, 0),
    share: share && { ...share, said: percent(share.value) },
    withoutPremises: measured.withoutPremises.map(linked),
    withoutPeople: measured.withoutPeople.map(linked),
    unknownPremises: measured.unknownPremises,
    unknownPeople: measured.unknownPeople,
    townships: measured.townships,
    served: measured.served,
    open: measured.open,
    unconfirmed: measured.unconfirmed,
    areas: measured.areas.map((office) => areaOf(office, titles)),
    measures: MEASURES.map(({ id, short, title, clause }) => ({
      id,
      short,
      title,
      clause,
      counts: countGrades(cells.filter(({ measure }) => measure.id === id)),
    })),
    counts: countGrades(cells),
    counties: measured.counties.map(({ county, offices }) => ({
      slug: county.slug,
      name: county.record.name,
      counts: countGrades(offices.flatMap((one) => one.cells)),
      rows: offices.map((one) => ({
        id: one.office.id,
        name: one.office.record.shortName,
        path: paths.office(one.office.id),
        cells: one.cells.map(({ grade, value, until }) => ({
          until,
          grade,
          value,
          mark: GRADE_MARKS[grade],
          word: GRADE_WORDS[grade],
        })),
      })),
    })),
  };
}

export type StandardsView = ReturnType<typeof standardsView>;
