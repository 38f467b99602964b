/** Pasts made up for tests. */
import type { Catalogue, Office } from '../../src/catalogue/types.ts';
import {
  type History,
  inheritedFrom,
  type HistoryMoment,
  type OfficeSnapshot,
  type Turn,
} from '../../src/domain/history.ts';
import type { OfficeRecord } from '../../src/schemas/office.ts';

/** An office's files as they are. */
export const filesNow = ({
  id,
  record,
  county,
  townships,
  statistics,
  notices,
  staff,
}: Office): OfficeSnapshot => ({
  record,
  inherited: inheritedFrom(
    county.record,
    townships.map((one) => one.record),
    record.serves,
  ),
  statistics,
  texts: notices.map(({ file }) => [file.slice(`offices/${id}/`.length), 'now']),
  documents: notices.flatMap(({ attachments }) =>
    attachments.map(({ path }) => [path.replace(`/files/${id}/`, 'files/'), 'now'] as const),
  ),
  people: staff?.people.map(({ name }) => name) ?? [],
});

/** What every office of a city was at some moments. */
export const historyOf = (
  { offices }: Catalogue,
  moments: readonly HistoryMoment[],
  files: (at: number, now: OfficeSnapshot, id: string) => OfficeSnapshot | undefined,
): History => ({
  known: 'whole',
  moments,
  offices: new Map(
    offices.map((one) => [
      one.id,
      moments.map((_, at): Turn => ({ at, files: files(at, filesNow(one), one.id) })),
    ]),
  ),
});

/** A city whose offices all had one telephone of their own and nothing else, before they became what they are. */
export const aHistory = (catalogue: Catalogue): History =>
  historyOf(
    catalogue,
    ['2026-11-02', '2026-11-20', undefined].map((date) => ({ date, withdrawn: catalogue.withdrawn })),
    (at, now) =>
      at > 0
        ? now
        : {
            record: now.record && bare(now.record),
            inherited: now.inherited,
            texts: [],
            documents: [],
            people: ['示例甲'],
          },
  );

const bare = ({ place: _, hours: __, ...record }: OfficeRecord): OfficeRecord => ({
  ...record,
  phones: [{ number: '0833-0000001', use: 'consult', note: '找示例甲' }],
});
