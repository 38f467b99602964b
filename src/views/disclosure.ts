import {
  linkOf,
  tally,
  type Assessed,
  type AssessedOffice,
  type Assessment,
} from '../domain/disclosure/assess.ts';
import { MARKS, thenOf, wordOf } from '../domain/disclosure/evidence.ts';
import { FORMULA, scoredCells, scoreOf } from '../domain/disclosure/score.ts';
import { DISCLOSURES } from '../domain/disclosure/four.ts';
import { paths } from '../domain/urls.ts';
import { tilesOf } from './disclosure-tiles.ts';

const cell = (office: string, assessed: Assessed) => {
  const { evidence } = assessed;
  return {
    item: assessed.item.id,
    state: evidence.state,
    mark: MARKS[evidence.state],
    word: wordOf(evidence),
    link: linkOf(office, assessed),
    until: 'until' in evidence ? evidence.until : undefined,
    then: thenOf(evidence),
  };
};

/** The score of an office, and what would raise it most, in words. */
function scoreView(cells: readonly Assessed[], today: string) {
  const { value, next } = scoreOf(scoredCells(cells), today);
  const title = cells.find(({ item }) => item.id === next?.item)?.item.title;
  return { value, next: next && title ? `先补“${title}”，可加${next.gain}分` : undefined };
}

const row = ({ office, cells }: AssessedOffice, scoredOn: string | undefined) => ({
  id: office.id,
  name: office.record.shortName,
  path: paths.office(office.id),
  cells: cells.map((one) => cell(office.id, one)),
  score: scoredOn === undefined ? undefined : scoreView(cells, scoredOn),
  ...figures(cells),
});

/** The counts of some cells, and how many of them are owed at all. */
function figures(cells: readonly Assessed[]) {
  const counts = tally(cells);
  return { counts, owed: counts.published + counts.stale + counts.missing };
}

const SUPPLIERS = { city: '市', county: '县', office: '所' } as const;

const FRESHNESS_WORDS = {
  daily: '每个工作日',
  '20-working-days': '变更后20个工作日内',
  monthly: '每月（次月20个工作日内）',
  'six-months': '半年内',
  yearly: '每年',
  verified: '按核实期限',
  none: '变更时',
} as const;

/** What each item asks for, with who supplies it, how fresh it must be and on what it rests. */
const items = (assessment: Assessment) =>
  assessment.items.map((item, at) => ({
    id: item.id,
    title: item.title,
    short: item.short,
    disclosure: DISCLOSURES[item.disclosure],
    expects: item.expects,
    basis: item.basis,
    supplier: SUPPLIERS[item.supplier],
    freshness: FRESHNESS_WORDS[item.freshness],
    ...figures(assessment.counties.flatMap(({ offices }) => offices.flatMap(({ cells }) => cells[at] ?? []))),
  }));

const LEADERS = 5;

/** The offices that have published most of what is theirs; none where all have the same. */
function leadersOf(offices: readonly AssessedOffice[]) {
  const rows = offices.map((one) => {
    const { counts } = figures(one.cells);
    return {
      name: one.office.record.shortName,
      path: paths.office(one.office.id),
      own: counts.published - counts.inherited,
    };
  });
  const least = Math.min(...rows.map(({ own }) => own));
  return rows
    .filter(({ own }) => own > least)
    .sort((a, b) => b.own - a.own)
    .slice(0, LEADERS);
}

/** The matrix of offices and items, county by county, with the totals of counties, items and city. */
export function disclosureView(assessment: Assessment) {
  const { asOf, today, scored, counties } = assessment;
  const scoredOn = scored ? today : undefined;
  const all = counties.flatMap(({ offices }) => offices.flatMap(({ cells }) => cells));
  return {
    asOf,
    today,
    formula: scored ? FORMULA : undefined,
    items: items(assessment),
    leaders: leadersOf(counties.flatMap(({ offices }) => offices)),
    counties: counties.map(({ county, offices }) => ({
      slug: county.slug,
      name: county.record.name,
      path: paths.county(county.slug),
      rows: offices.map((one) => row(one, scoredOn)),
      tiles: tilesOf(offices),
      ...figures(offices.flatMap(({ cells }) => cells)),
    })),
    offices: counties.reduce((sum, { offices }) => sum + offices.length, 0),
    ...figures(all),
  };
}

export type DisclosureView = ReturnType<typeof disclosureView>;
