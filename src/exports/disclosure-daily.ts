import { SECTIONS, tally } from '../domain/disclosure/assess.ts';
import { assessDay } from '../domain/disclosure/daily.ts';
import { dateInShanghai } from '../domain/dates.ts';
import type { Evidence } from '../domain/disclosure/evidence.ts';
import type { ExportContext } from './context.ts';
import type { WhereaboutsSource } from '../domain/whereabouts-coming.ts';
import {
  cellData,
  type DisclosureCell,
  type DisclosureFile,
  type DisclosureOffice,
  signed,
} from './disclosure.ts';

/** As much of a cell as is counted. */
const counted = ({ state, reason, inherited }: DisclosureCell) => ({
  evidence: { state, ...(reason && { reason }), ...(inherited && { inherited }) } as Evidence,
});

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
    return { ...office, cells, counts: tally(cells.map(counted)) };
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
