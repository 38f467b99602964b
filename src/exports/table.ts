/** The catalogue of exports: every file for others, of what kind it is, and who makes it. Samples are in none. */
import type { Catalogue, Office } from '../catalogue/types.ts';
import { noting, once } from '../domain/reads.ts';
import { paths } from '../domain/urls.ts';
import { whereaboutsSource } from '../views/whereabouts.ts';
import { changesFiles } from './changes.ts';
import type { Export, ExportContext } from './context.ts';
import { publicServices } from './cpsv.ts';
import { dataPackage } from './datapackage.ts';
import { dcatCatalog } from './dcat.ts';
import { disclosureCsv } from './disclosure-csv.ts';
import { disclosureFile, disclosureJson } from './disclosure.ts';
import { DOCUMENTED, type ExportKind } from './documented.ts';
import { feedsOf } from './feeds.ts';
import { calendarItems, lawItems, serviceItems, villageItems } from './lists.ts';
import { hsdsServices, organizations } from './hsds/records.ts';
import { llmsText } from './llms.ts';
import { hasCalendar, officeCalendar } from './office-calendar.ts';
import { hasCard, officeCard } from './office-card.ts';
import { officeFilePath } from './office-keeps.ts';
import { officesGeoJson } from './offices-geojson.ts';
import { officeItem, officesCsv } from './offices.ts';
import { openApi } from './openapi.ts';
import { visitReminder } from './reminder.ts';
import { standardsCsv } from './standards.ts';
import { whereaboutsFile } from './whereabouts.ts';
import { withdrawnFile } from './withdrawn.ts';

/** Every file of the table for a city. */
export const exportsOf = (catalogue: Catalogue, context: ExportContext): Export[] => {
  const files = [
    ...made(() => cityFiles(catalogue, context)),
    ...catalogue.offices.flatMap((office) => made(() => officeFiles(office, catalogue, context))),
    ...made(() => guideFiles(catalogue, context)),
    ...made(() => feedsOf(catalogue, context)),
    ...made(() => changesFiles(catalogue, context)),
  ];
  return [...files, ...made(() => descriptions(catalogue, files, context))];
};

/** Files of which whoever asks for a text again gets the one that was made. */
function made(list: () => Export[]): Export[] {
  const [files, reads] = noting(list);
  return files.map((file) => ({ ...file, build: once(file.build, reads) }));
}

/** What describes the others for machines. */
const descriptions = (catalogue: Catalogue, files: readonly Export[], context: ExportContext): Export[] => [
  cityFile('llms', () => llmsText(catalogue, context)),
  cityFile('catalog', () => dcatCatalog(catalogue, files, DOCUMENTED, context)),
  cityFile('datapackage', () => dataPackage(catalogue, files, DOCUMENTED, context)),
  cityFile('openapi', () =>
    openApi(catalogue, DOCUMENTED, { root: context.address('/'), digest: context.digest }),
  ),
];

const guideFiles = (catalogue: Catalogue, context: ExportContext): Export[] =>
  catalogue.services.map((guide) => ({
    path: paths.reminder(guide.slug),
    kind: 'reminder',
    title: guide.data.title,
    build: () => visitReminder(guide, catalogue, context),
  }));

const cityFile = (kind: ExportKind, build: () => string): Export => {
  const { pattern, title } = DOCUMENTED[kind];
  return { path: pattern, kind, title, build };
};

/** Files of which there is one. */
function cityFiles(catalogue: Catalogue, context: ExportContext): Export[] {
  const { address } = context;
  const list = (kind: ExportKind, items: () => readonly unknown[]): Export =>
    cityFile(kind, () => jsonFile(DOCUMENTED[kind].title, catalogue, context, { items: items() }));
  const page = (kind: ExportKind, contents: () => readonly unknown[]): Export =>
    cityFile(kind, () => jsonFile(DOCUMENTED[kind].title, catalogue, context, onePage(contents())));
  const disclosure = once(() => disclosureFile(catalogue, context), new Set());
  return [
    cityFile('offices', () => officesJson(catalogue, context)),
    cityFile('officesCsv', () => officesCsv(catalogue, context)),
    cityFile('geojson', () => `${JSON.stringify(officesGeoJson(catalogue, context), null, 1)}\n`),
    page('hsdsOrganizations', () => organizations(catalogue, context)),
    page('hsdsServices', () => hsdsServices(catalogue, context)),
    cityFile('publicServices', () => publicServices(catalogue, context)),
    list('villages', () => villageItems(catalogue)),
    list('services', () => serviceItems(catalogue, address)),
    list('laws', () => lawItems(catalogue, address)),
    list('calendar', () => calendarItems(catalogue)),
    cityFile('disclosure', () => disclosureJson(disclosure())),
    cityFile('disclosureCsv', () => disclosureCsv(disclosure())),
    // Not there at all where the city does not publish its standards.
    ...(catalogue.site.features.standards
      ? [cityFile('standardsCsv', () => standardsCsv(catalogue, context) ?? '')]
      : []),
    // Addresses begin with the base: they are looked for among what a reader's device keeps of this very site.
    cityFile('withdrawn', () => withdrawnFile(catalogue.withdrawn, { ...context, address: context.within })),
  ];
}

/** Every office, and for how many days what was checked counts as checked. */
function officesJson(catalogue: Catalogue, context: ExportContext): string {
  const { contactDays, hoursDays, placeDays } = catalogue.site.intervals;
  const intervals = { contactDays, hoursDays, placeDays };
  const items = catalogue.offices.map((one) => officeItem(one, context.address));
  return jsonFile(DOCUMENTED.offices.title, catalogue, context, { intervals, items });
}

/** Files of one office; a card and a calendar only where there is something to put in. */
function officeFiles(office: Office, catalogue: Catalogue, context: ExportContext): Export[] {
  const { id, record } = office;
  const url = context.address(paths.office(id));
  const file = (kind: ExportKind, build: () => string | undefined): Export => {
    return { path: officeFilePath(kind, id), kind, title: record.name, build: () => build() ?? '' };
  };
  const stamp = () => ({ ...context, licence: catalogue.site.contentLicence });
  return [
    file('office', () =>
      jsonFile(record.name, catalogue, context, { office: officeItem(office, context.address) }),
    ),
    ...(hasCard(office) ? [file('officeCard', () => officeCard(office, catalogue, url))] : []),
    ...(hasCalendar(office)
      ? [file('officeCalendar', () => officeCalendar(office, catalogue, { url, now: context.now }))]
      : []),
    file('whereabouts', () => whereaboutsFile(whereaboutsSource(office, catalogue), stamp())),
  ];
}

/** A list as HSDS has it, all on one page. */
const onePage = (contents: readonly unknown[]) => ({
  total_items: contents.length,
  total_pages: 1,
  page_number: 1,
  size: contents.length,
  first_page: true,
  last_page: true,
  empty: contents.length === 0,
  contents,
});

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
