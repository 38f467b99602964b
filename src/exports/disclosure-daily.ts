import { SECTIONS, tally } from '../domain/disclosure/assess.ts';
import { assessDay } from '../domain/disclosure/daily.ts';
import { type Score, scoreOf } from '../domain/disclosure/score.ts';
import { dateInShanghai } from '../domain/dates.ts';
import type { Evidence } from '../domain/disclosure/evidence.ts';
import type { ExportContext } from './context.ts';
import type { WhereaboutsSource } from '../domain/whereabouts-coming.ts';
import { cellData, signed } from './disclosure.ts';
import type { DisclosureCell, DisclosureFile, DisclosureOffice } from './disclosure.ts';

/** As much of a cell as is counted. */
const counted = ({ state, reason, inherited }: DisclosureCell) => ({
  evidence: { state, ...(reason && { reason }), ...(inherited && { inherited }) } as Evidence,
});

/** The score of cells as they stand in the file. */
function scoreAgain(cells: readonly DisclosureCell[], { items }: DisclosureFile, today: string): Score {
  const weights = new Map(items.map(({ id, weight = 1 }) => [id, weight]));
  const scored = cells.map(({ item, state, since }) => ({
    id: item,
    weight: weights.get(item) ?? 1,
    state,
    since,
  }));
  return scoreOf(scored, today);
}

/**
 * The file with the cells of the day renewed from fresh whereabouts; all else stays as it was computed. An office
 * without a source (its whereabouts have errors) keeps its cells, whose day ends by itself.
 */
export function refreshDaily(
  file: DisclosureFile,
  sources: readonly WhereaboutsSource[],
  { now, digest }: Pick<ExportContext, 'now' | 'digest'>,
): DisclosureFile {
  const today = dateInShanghai(now);
  const known = new Map(sources.map((source) => [source.id, source]));
  const renew = (office: DisclosureOffice): DisclosureOffice => {
    const source = known.get(office.id);
    if (!source) return office;
    const evidence = assessDay(source, today);
    const link = `${office.url}${'link' in evidence ? evidence.link : `#${SECTIONS.whereabouts}`}`;
    const cells = office.cells.map((cell) =>
      file.daily.items.includes(cell.item) ? cellData(cell.item, evidence, link) : cell,
    );
    const renewed = { ...office, cells, counts: tally(cells.map(counted)) };
    return office.score ? { ...renewed, score: scoreAgain(cells, file, today) } : renewed;
  };
  const offices = file.offices.map(renew);
  const fresh = {
    ...file,
    daily: { ...file.daily, asOf: now.toISOString() },
    counts: tally(offices.flatMap(({ cells }) => cells.map(counted))),
    offices,
  };
  return signed(fresh, digest);
}
