/** Pasts made up for tests. */
import type { Catalogue, Office } from '../../src/catalogue/types.ts';
import type { History, Moment, OfficeFiles } from '../../src/domain/history.ts';
import type { OfficeRecord } from '../../src/schemas/office.ts';

/** An office's files as they are. */
export const filesNow = ({ id, record, statistics, notices, staff }: Office): OfficeFiles => ({
  record,
  statistics,
  texts: new Map(notices.map(({ file }) => [file.slice(`offices/${id}/`.length), 'now'])),
  people: staff?.people.map(({ name }) => name) ?? [],
});

/** Every office of a city, each as some function makes it of what it is today. */
export const momentOf = (
  { offices, withdrawn }: Catalogue,
  date: string | undefined,
  files: (now: OfficeFiles, id: string) => OfficeFiles | undefined = (now) => now,
): Moment => ({
  date,
  changed: new Map(offices.map((one) => [one.id, files(filesNow(one), one.id)])),
  withdrawn,
});

/** A city whose offices all had one telephone of their own and nothing else, before they became what they are. */
export const aHistory = (catalogue: Catalogue): History => ({
  known: 'whole',
  moments: [
    momentOf(catalogue, '2026-11-02', ({ record }) => ({
      record: record && bare(record),
      texts: new Map(),
      people: ['示例甲'],
    })),
    momentOf(catalogue, '2026-11-20'),
    momentOf(catalogue, undefined),
  ],
});

const bare = ({ place: _, hours: __, ...record }: OfficeRecord): OfficeRecord => ({
  ...record,
  phones: [{ number: '0833-0000001', use: 'consult', note: '找示例甲' }],
});
