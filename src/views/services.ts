import type { Catalogue, Document, Office } from '../catalogue/types.ts';
import { appointmentInWords } from '../domain/appointment-words.ts';
import { localTextLines } from './adaptations.ts';
import type { ServiceNote } from '../schemas/office.ts';
import type { ServiceRecord } from '../schemas/service.ts';

/** As many rows as people take in at a look. */
const ROWS = 6;

type ServiceDocument = Document<ServiceRecord>;

/** Whether an office offers a guide: its own list decides, else what is offered by default. */
const offers = (office: Office, doc: ServiceDocument): boolean =>
  office.record.services ? office.record.services.includes(doc.slug) : doc.data.defaultOffered;

/** What people come for most, the city over. */
export const commonest = (services: readonly ServiceDocument[]): ServiceDocument[] =>
  services.filter(({ data }) => data.common).slice(0, ROWS);

/** The guides of one office: what it does itself, where it shows the way, and what it does not offer. */
export function groupServices(office: Office, catalogue: Catalogue) {
  const { services } = catalogue;
  const offered = services.filter((doc) => offers(office, doc));
  return {
    rows: commonest(offered).map(brief),
    own: offered.filter((doc) => doc.data.kind === 'office').map((doc) => localBrief(office, doc, catalogue)),
    guided: offered
      .filter((doc) => doc.data.kind === 'guide')
      .map((doc) => localBrief(office, doc, catalogue)),
    elsewhere: services.filter((doc) => !offers(office, doc)).map(brief),
  };
}

/** A guide at one office: what differs here from the city's guide, a line a difference. */
const localBrief = (office: Office, doc: ServiceDocument, catalogue: Catalogue) => ({
  ...brief(doc),
  local: [
    ...localTextLines(office, doc.slug, catalogue),
    ...localLines(office.record.serviceNotes?.find((note) => note.service === doc.slug)),
  ],
});

/** The differences an office states, as lines to read. */
export function localLines(note: ServiceNote | undefined): string[] {
  if (!note) return [];
  return [
    note.place && `地点：${note.place}`,
    note.time && `时间：${note.time}`,
    note.phone && `电话：${note.phone}`,
    note.appointment && appointmentInWords(note.appointment),
    note.note,
  ].filter((line) => line !== undefined);
}

/** A guide in a list: its title, how people call the trouble, one sentence, and whether it is free. */
export const brief = ({ slug, data }: ServiceDocument) => ({
  slug,
  title: data.title,
  trouble: data.common ?? data.aliases[0] ?? data.title,
  summary: data.summary,
  elsewhere: data.elsewhere,
  fee: data.fee.free ? '免费' : '收费',
});
