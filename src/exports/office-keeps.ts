import type { Catalogue, Office } from '../catalogue/types.ts';
import type { Keep } from '../domain/documented.ts';
import { DOCUMENTED } from './documented.ts';
import { officeCalendar } from './office-calendar.ts';
import { officeCard } from './office-card.ts';

/** The address of an office's own file of a kind. */
export const officeFilePath = (kind: keyof typeof DOCUMENTED, id: string): string => {
  const [county = '', slug = ''] = id.split('/');
  return DOCUMENTED[kind].pattern.replace('<county>', county).replace('<office>', slug);
};

/** What readers can keep of an office on their phones, where there is something to keep: none of a sample. */
export function officeKeeps(office: Office, catalogue: Catalogue, now: Date): Keep[] {
  const { id, sample, record } = office;
  const isThere = (text: string | undefined) => !sample && text !== undefined;
  const card = isThere(officeCard(office, catalogue, ''));
  const calendar = isThere(officeCalendar(office, catalogue, { url: '', now }));
  return [
    ...(card
      ? [{ title: '存到通讯录', path: officeFilePath('officeCard', id), name: `${record.shortName}.vcf` }]
      : []),
    ...(calendar
      ? [
          {
            title: '今后60天的办公时间加到日历',
            path: officeFilePath('officeCalendar', id),
            name: `${record.shortName}办公时间.ics`,
          },
        ]
      : []),
  ];
}
