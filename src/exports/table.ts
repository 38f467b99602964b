/** The catalogue of exports: which file stands at which address, of what kind, and who makes it. */
import type { Catalogue } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import { calendarItems, lawItems, serviceItems, villageItems } from './lists.ts';
import { officeCalendar } from './office-calendar.ts';
import { officeCard } from './office-card.ts';
import { officeItem, officesCsv } from './offices.ts';

export interface ExportContext {
  /** Makes a path of the site an address that others can open. */
  readonly address: (path: string) => string;
  /** A short fingerprint of a text. */
  readonly digest: (text: string) => string;
  /** The instant that the site is built for. */
  readonly now: Date;
}

export interface Export {
  /** Below `/data/`. */
  readonly path: string;
  readonly mediaType: string;
  readonly title: string;
  /** One of many of a kind: not listed by itself at `/data/`. */
  readonly perOffice: boolean;
  readonly build: () => string;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Every file of the table for a city. Samples are in none. */
export function exportsOf(catalogue: Catalogue, context: ExportContext): Export[] {
  const list = (path: string, title: string, items: () => readonly unknown[]): Export => ({
    path,
    title,
    mediaType: JSON_TYPE,
    perOffice: false,
    build: () => jsonFile(title, catalogue, context, { items: items() }),
  });
  const { address } = context;
  return [
    list('offices.json', '司法所', () => catalogue.offices.map((one) => officeItem(one, address))),
    {
      path: 'offices.csv',
      title: '司法所（表格，Excel、WPS 可直接打开）',
      mediaType: 'text/csv; charset=utf-8',
      perOffice: false,
      build: () => officesCsv(catalogue, context),
    },
    list('villages.json', '村和社区由哪个司法所服务', () => villageItems(catalogue)),
    list('services.json', '办事指南', () => serviceItems(catalogue, address)),
    list('laws.json', '法律依据', () => lawItems(catalogue, address)),
    list('calendar.json', '放假和调休', () => calendarItems(catalogue)),
    ...catalogue.offices.flatMap((office) => officeFiles(office, catalogue, context)),
  ];
}

function officeFiles(
  office: Catalogue['offices'][number],
  catalogue: Catalogue,
  context: ExportContext,
): Export[] {
  const url = context.address(paths.office(office.id));
  const file = (ending: string, mediaType: string, build: () => string | undefined): Export[] => {
    const text = build();
    if (text === undefined) return [];
    const path = `offices/${office.id}.${ending}`;
    return [{ path, title: office.record.name, mediaType, perOffice: true, build: () => text }];
  };
  return [
    ...file('json', JSON_TYPE, () =>
      jsonFile(office.record.name, catalogue, context, { office: officeItem(office, context.address) }),
    ),
    ...file('vcf', 'text/vcard; charset=utf-8', () => officeCard(office, catalogue, url)),
    ...file('ics', 'text/calendar; charset=utf-8', () =>
      officeCalendar(office, catalogue, { url, now: context.now }),
    ),
  ];
}

/** A JSON file with its licence and the digest of what went into it: the same while nothing in it changes. */
function jsonFile(
  name: string,
  { site }: Catalogue,
  { digest }: Pick<ExportContext, 'digest'>,
  content: object,
): string {
  const inputsDigest = digest(JSON.stringify(content));
  return `${JSON.stringify({ name, licence: site.contentLicence, inputsDigest, ...content }, null, 1)}\n`;
}
