import type { Office } from '../catalogue/types.ts';
import type { Keep } from '../domain/documented.ts';
import { DOCUMENTED } from './documented.ts';
import { hasCalendar } from './office-calendar.ts';
import { hasCard } from './office-card.ts';

/** The address of an office's own file of a kind. */
export const officeFilePath = (kind: keyof typeof DOCUMENTED, id: string): string => {
  const [county = '', slug = ''] = id.split('/');
  return DOCUMENTED[kind].pattern.replace('<county>', county).replace('<office>', slug);
};

/** What readers can keep of an office on their phones, where there is something to keep: none of a sample. */
export function officeKeeps(office: Office): Keep[] {
  const { id, sample, record } = office;
  const card = !sample && hasCard(office);
  const calendar = !sample && hasCalendar(office);
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
