import type { Catalogue, Guide } from '../catalogue/types.ts';
import { formInWords } from '../views/guides.ts';
import { addressLine, contentLines, escaped } from './content-lines.ts';
import type { ExportContext } from './context.ts';
import { paths } from '../domain/urls.ts';

/** What to bring and to know, a line each. */
function notes({ data }: Guide): string {
  const line = (one: (typeof data.materials)[number]) => {
    const form = formInWords(one);
    return `□ ${one.name}${form ? `（${form}）` : ''}${one.note ? `：${one.note}` : ''}`;
  };
  const [must, may] = [true, false].map((required) =>
    data.materials.filter((one) => one.required === required).map(line),
  );
  return [
    ...(must?.length ? ['必须带：', ...must] : ['不用带材料。']),
    ...(may?.length ? ['有就带上：', ...may] : []),
    `去哪里：${data.place}`,
    `办理时间：${data.time}`,
    `费用：${data.fee.text}`,
  ].join('\n');
}

/** A guide as a thing to do, without a date: the reader's own calendar asks for the day that was agreed on (RFC 5545). */
export function visitReminder(
  guide: Guide,
  { site }: Catalogue,
  { address, uuid }: Pick<ExportContext, 'address' | 'uuid'>,
): string {
  const { slug, data } = guide;
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(site.title)}//open-office//ZH`,
    'BEGIN:VTODO',
    `UID:${uuid(`${paths.service(slug)}reminder`)}`,
    `DTSTAMP:${data.updated.replaceAll('-', '')}T000000Z`,
    `SUMMARY:${escaped(`去办：${data.title}`)}`,
    `DESCRIPTION:${escaped(notes(guide))}`,
    ...addressLine(address(paths.checklist(slug))),
    'END:VTODO',
    'END:VCALENDAR',
  ]);
}
