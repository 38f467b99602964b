import type { Catalogue, County, Office } from '../../catalogue/types.ts';
import { dateInShanghai } from '../dates.ts';
import { assessCatalogue, type AssessedOffice } from '../disclosure/assess.ts';
import { lacksPeople, lacksPremises, type Graded, type Measure } from './find.ts';
import { MEASURES } from './measures.ts';

export interface MeasuredOffice {
  readonly office: Office;
  readonly cells: readonly (Graded & { readonly measure: Measure })[];
}

/** Half of the city's posts belong to the offices (seed 二（二）2; facts E12): a figure of the city, not of an office. */
const LEAST_SHARE = 0.5;

/** What every office reports against the 2018 plan, at one instant. */
export interface Measured {
  readonly asOf: string;
  readonly today: string;
  readonly counties: readonly { readonly county: County; readonly offices: readonly MeasuredOffice[] }[];
  /** Share of the posts, absent until the bureau publishes the figures. */
  readonly share?: {
    readonly value: number;
    readonly met: boolean;
    readonly asOf: string;
    readonly source: string;
  };
  readonly withoutPremises: readonly Office[];
  readonly withoutPeople: readonly Office[];
  /** Offices of which it is not known whether they have premises, or people. */
  readonly unknownPremises: number;
  readonly unknownPeople: number;
  /** Townships of the city, and those that an office serves (seed 二（一）1; facts E1). */
  readonly townships: number;
  readonly served: number;
  /** Offices that are open, and how many of them nobody has confirmed to exist. */
  readonly open: number;
  readonly unconfirmed: number;
  /** Area offices, each with its members (facts E26). */
  readonly areas: readonly Office[];
}

const isOpen = ({ record }: Office) => record.status.state !== 'closed';

/** A closed office is measured by nothing. */
const measureOffice = ({ office, cells: disclosed }: AssessedOffice, today: string): MeasuredOffice => ({
  office,
  cells: MEASURES.map((measure) => ({
    measure,
    ...(isOpen(office) ? measure.find({ office, today, disclosed }) : { grade: 'not-applicable' as const }),
  })),
});

function shareOf({ standards }: Catalogue): Measured['share'] {
  if (!standards) return undefined;
  const value = standards.quotaOffices / standards.quotaTotal;
  return { value, met: value >= LEAST_SHARE, asOf: standards.asOf, source: standards.source };
}

/** What is found by computation over the offices that are open. */
const countOpen = (open: readonly Office[]) => ({
  open: open.length,
  served: new Set(open.flatMap(({ record }) => record.serves.map((code) => code.slice(0, 9)))).size,
  unconfirmed: open.filter(({ record }) => !record.provenance.establishment.verifiedOn).length,
  withoutPremises: open.filter((office) => lacksPremises(office) === true),
  withoutPeople: open.filter((office) => lacksPeople(office) === true),
  unknownPremises: open.filter((office) => lacksPremises(office) === undefined).length,
  unknownPeople: open.filter((office) => lacksPeople(office) === undefined).length,
  areas: open.filter(({ record }) => record.area),
});

/**
 * Measures all real offices, or those of some counties, and the city; undefined where the city does not publish it.
 * Samples never count.
 */
export function measureCatalogue(
  catalogue: Catalogue,
  now: Date,
  counties: readonly County[] = catalogue.counties,
): Measured | undefined {
  if (!catalogue.site.features.standards) return undefined;
  const share = shareOf(catalogue);
  const today = dateInShanghai(now);
  return {
    asOf: now.toISOString(),
    today,
    counties: assessCatalogue(catalogue, now, counties).counties.map(({ county, offices }) => ({
      county,
      offices: offices.map((one) => measureOffice(one, today)),
    })),
    townships: counties.reduce((sum, county) => sum + county.townships.length, 0),
    ...(share && { share }),
    ...countOpen(counties.flatMap(({ offices }) => offices).filter(isOpen)),
  };
}

/** How many of some cells have each grade. */
export function countGrades(cells: readonly Graded[]): Record<Graded['grade'], number> {
  const counts = { met: 0, unmet: 0, unknown: 0, 'not-applicable': 0 };
  for (const { grade } of cells) counts[grade] += 1;
  return counts;
}
