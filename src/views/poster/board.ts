import type { Catalogue, Office } from '../../catalogue/types.ts';
import { inWords } from '../../domain/dates.ts';
import { paths } from '../../domain/urls.ts';
import type { ServiceRecord } from '../../schemas/service.ts';
import { bringInWords } from '../guides.ts';
import { statusOf } from '../office.ts';
import { peopleView } from '../people.ts';
import { groupServices } from '../services.ts';
import { checkedOf, contactOf } from './contact.ts';
import { fillOf, type Lines, linesOf } from './fill.ts';
import { weekOf } from './week.ts';

/**
 * The notice board (公示栏) of an office, to hang on a wall: the four disclosures on one sheet. It says nothing that
 * depends on the day it is printed: its dates are those of the content.
 */
export function posterView(office: Office, catalogue: Catalogue) {
  const said = words(office, catalogue);
  return { ...said, fill: fillOf(amount(said)) };
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
    ...(closed ? { free: false, more: 0, guides: [], guided: [] } : guidesOf(office, catalogue)),
    rules: catalogue.rules.map((doc) => doc.data.title.replace(/制度$/, '')),
    staff,
    contact: contactOf(office, catalogue),
    week: weekOf(staff?.people.map(({ name }) => name) ?? [], record.hours),
    notices: office.notices.slice(0, NOTICES).map(({ data }) => ({
      title: data.title,
      published: inWords(data.published),
      until: data.expires && inWords(data.expires),
    })),
    notice: catalogue.site.notice,
    checked: checkedOf(office),
  };
}

/** A sheet on a wall has room for what most come for: so many guides with what to bring, so many by name. */
const [GUIDES, GUIDED] = [12, 8];

/** How many characters stand on a line of each column of the sheet of A3. */
const PER_LINE = { reach: 18, guides: 26, duties: 13, notices: 30 };
/** A line of the week is written by hand: it is as high as two of print. */
const WRITTEN = 2;
/** Ruled lines for people, where nobody is published. */
export const TO_WRITE = 3;

function amount({ contact, guides, guided, rules, staff, week, notices }: ReturnType<typeof words>): Lines {
  const { phones, supervision, hotlines, address = '', landmark = '', hours = [] } = contact;
  const reach = [...phones, ...supervision, ...hotlines].map(
    ({ number, text }) => `${number}${number}${text}`,
  );
  const about = [...guides.map(({ title, text }) => `${title}${text}`), guided.join('、'), rules.join('、')];
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
function guidesOf(office: Office, catalogue: Catalogue) {
  const { own, guided } = groupServices(office, catalogue);
  const records = new Map(catalogue.services.map((doc) => [doc.slug, doc.data]));
  const free = own.every(({ slug }) => records.get(slug)?.fee.free);
  return {
    free,
    more: Math.max(0, own.length - GUIDES),
    guides: own.slice(0, GUIDES).map(({ slug, title, fee, local }) => ({
      title,
      text: [bringing(records.get(slug)), ...(free ? [] : [fee]), ...local].join('；'),
    })),
    guided: few(guided.map(({ title }) => title.replace(/（引导.*）$/, ''))),
  };
}

/** The first of many names, the last of them with how many there are in all. */
const few = (names: readonly string[]): string[] =>
  names.length <= GUIDED
    ? [...names]
    : [...names.slice(0, GUIDED - 1), `${names[GUIDED - 1]}等${names.length}件`];

/** `带身份证`, or that there is nothing to bring. */
function bringing(record: ServiceRecord | undefined): string {
  if (!record) return '';
  return record.materials.some(({ required }) => required)
    ? `带${bringInWords(record)}`
    : bringInWords(record);
}
