import type { Catalogue, Office } from '../../catalogue/types.ts';
import { inWords } from '../../domain/dates.ts';
import { paths } from '../../domain/urls.ts';
import type { ServiceRecord } from '../../schemas/service.ts';
import { bringInWords } from '../guides.ts';
import { statusOf } from '../office.ts';
import { peopleView } from '../people.ts';
import { groupServices } from '../services.ts';
import { checkedOf, contactOf } from './contact.ts';
import { fillOf, linesOf } from './fill.ts';
import { weekOf } from './week.ts';

/**
 * The notice board (公示栏) of an office, to hang on a wall: the four disclosures on one sheet. It says nothing that
 * depends on the day it is printed: its dates are those of the content.
 */
export function posterView(office: Office, catalogue: Catalogue) {
  const said = words(office, catalogue);
  const all = said.closed ? NO_GUIDES : guidesOf(office, catalogue);
  const boards = roomsFor(all).map((most) => ({ ...said, ...cut(all, most) }));
  const board = boards.find((one) => hasRoom(fillOf(amount(one)))) ??
    boards.at(-1) ?? { ...said, ...cut(all, FEWEST) };
  return { ...board, fill: fillOf(amount(board)) };
}

function words(office: Office, catalogue: Catalogue) {
  const { record, county } = office;
  const staff = office.staff && peopleView(office, catalogue);
  const closed = record.status.state === 'closed';
  return {
    name: record.name,
    path: paths.office(office.id),
    sample: office.sample,
    closed,
    unconfirmed: record.provenance.establishment.verifiedOn === undefined,
    status: statusOf(office),
    where: [county.record.name, ...office.townships.map((one) => one.record.name)].join(' · '),
    bureau: county.record.bureau.name,
    functions: catalogue.functions.map((doc) => doc.data.title),
    rules: catalogue.rules.map((doc) => doc.data.title.replace(/制度$/, '')),
    staff,
    contact: contactOf(office, catalogue),
    week: weekOf(staff?.people.map(({ name }) => name) ?? [], record.hours),
    notices: office.notices.slice(0, NOTICES).map(({ data }) => ({
      title: data.title,
      published: inWords(data.published),
      until: data.expires && inWords(data.expires),
    })),
    figures: office.statistics !== undefined,
    notice: catalogue.site.notice,
    checked: checkedOf(office),
  };
}

/** How many guides a sheet tells with what to bring, and how many by name. */
interface Most {
  readonly guides: number;
  readonly guided: number;
}

/** What stands on a wall must be read from a distance: rather fewer guides than smaller type. */
const hasRoom = ({ a3, a4 }: ReturnType<typeof fillOf>): boolean =>
  /normal|full/.test(a3) && /normal|full|crowded/.test(a4);

/** What most come for stands on every sheet. */
const FEWEST: Most = { guides: 6, guided: 8 };

/** All guides, then fewer and fewer: those that the office shows the way for give way first. */
function roomsFor({ guides, guided }: Guides): Most[] {
  const counts = Array.from({ length: guides.length }, (_, at) => guides.length - at);
  return counts
    .filter((count) => count === guides.length || count >= FEWEST.guides)
    .flatMap((count) => [guided.length, FEWEST.guided].map((names) => ({ guides: count, guided: names })));
}

/** How many characters stand on a line of each column of the sheet of A3. */
const PER_LINE = { reach: 18, guides: 26, duties: 13, notices: 30 };
/** A line of the week is written by hand: it is as high as two of print. */
const WRITTEN = 2;
/** Ruled lines for people, where nobody is published. */
export const TO_WRITE = 3;

type Said = ReturnType<typeof words> & ReturnType<typeof cut>;

function amount({ contact, guides, guided, rules, staff, week, notices }: Said) {
  const { phones, supervision, hotlines, address = '', landmark = '', hours = [] } = contact;
  const reach = [...phones, ...supervision, ...hotlines].map(
    ({ number, text }) => `${number}${number}${text}`,
  );
  const about = [...guides.map(({ title, text }) => `${title}${text}`), guided.join('；'), rules.join('、')];
  const people = staff?.people.map(({ duties }) => duties.join('；')) ?? [];
  return {
    reach: linesOf([...reach, address, landmark, ...hours], PER_LINE.reach),
    guides: linesOf(about, PER_LINE.guides),
    people:
      linesOf(people, PER_LINE.duties) +
      (staff ? staff.vacancies.length : TO_WRITE * WRITTEN) +
      week.people.length * WRITTEN +
      linesOf(
        notices.map(({ title, published }) => title + published),
        PER_LINE.notices,
      ),
  };
}

/** How many notices a board names; the rest is on the page that it points at. */
const NOTICES = 3;

export type PosterView = ReturnType<typeof posterView>;

/** What one does here, with what to bring; and by title what the office shows the way for. */
function guidesOf(office: Office, catalogue: Catalogue): Guides {
  const { own, guided } = groupServices(office, catalogue);
  const records = new Map(catalogue.services.map((doc) => [doc.slug, doc.data]));
  const free = own.every(({ slug }) => records.get(slug)?.fee.free);
  return {
    free,
    guides: own.map(({ slug, title, fee, local }) => ({
      title,
      text: [bringing(records.get(slug)), ...(free ? [] : [fee]), ...local].join('；'),
    })),
    guided: guided.map(({ title }) => title.replace(/（引导.*）$/, '')),
  };
}

const NO_GUIDES: Guides = { free: false, guides: [], guided: [] };

interface Guides {
  readonly free: boolean;
  readonly guides: readonly { readonly title: string; readonly text: string }[];
  readonly guided: readonly string[];
}

/** The first guides of each kind, with how many there are beside them. */
const cut = ({ free, guides, guided }: Guides, most: Most) => ({
  free,
  more: Math.max(0, guides.length - most.guides),
  guides: guides.slice(0, most.guides),
  guided: few(guided, most.guided),
});

/** The first of many names, the last of them with how many there are in all. */
const few = (names: readonly string[], most: number): string[] =>
  names.length <= most ? [...names] : [...names.slice(0, most - 1), `${names[most - 1]}等${names.length}件`];

/** `带身份证`, or that there is nothing to bring. */
function bringing(record: ServiceRecord | undefined): string {
  if (!record) return '';
  return record.materials.some(({ required }) => required)
    ? `带${bringInWords(record)}`
    : bringInWords(record);
}
