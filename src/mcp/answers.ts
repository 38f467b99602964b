/** Answers to an assistant's questions: a value with its source, or 待公开; never anything else. */
import { hoursInWords } from '../domain/hours.ts';
import { verify } from '../domain/verification.ts';
import { OFFICE_STATES } from '../schemas/office.ts';
import { formInWords } from '../views/guides.ts';
import { limitInWords } from '../views/limits.ts';
import type { PublishedData, GuideFacts, PublishedOffice } from './facts.ts';

/** What is not published is said in this word, and nothing is put in its place. */
const PENDING = '待公开';
/** Said by somebody, confirmed by nobody. */
const UNVERIFIED = '待核实';

interface Answer {
  readonly value: unknown;
  /** Who says so; absent where the value is 待公开 or nobody is named. */
  readonly source?: string | undefined;
  readonly verifiedOn?: string | undefined;
  /** When it was last checked, where that is too long ago to count. */
  readonly lastVerifiedOn?: string | undefined;
  readonly url?: string | undefined;
}

type Group = 'establishment' | 'contact' | 'hours' | 'place';

const numbers = (use: string) => (office: PublishedOffice) =>
  office.phones?.filter((one) => one.use === use).map((one) => one.number);

/** What can be asked of an office: the group of facts that its source stands with, and where the value is. */
const OFFICE_FIELDS: Readonly<Record<string, readonly [Group, (office: PublishedOffice) => unknown]>> = {
  name: ['establishment', (office) => office.name],
  status: ['establishment', (office) => OFFICE_STATES[office.status.state]],
  townships: ['establishment', (office) => office.townships.map(({ name }) => name)],
  county: ['establishment', (office) => office.county.name],
  phone: ['contact', numbers('consult')],
  fax: ['contact', numbers('fax')],
  supervisionPhone: ['contact', numbers('supervision')],
  email: ['contact', (office) => office.email],
  address: ['place', (office) => office.address],
  postcode: ['place', (office) => office.postcode],
  landmark: ['place', (office) => office.landmark],
  hours: [
    'hours',
    (office) =>
      office.hours &&
      hoursInWords(office.hours).flatMap(({ span, lines }) =>
        lines.map(({ days, sessions }) => `${span}：${days}${sessions}`),
      ),
  ],
};

export const OFFICE_FIELD_NAMES = Object.keys(OFFICE_FIELDS);

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);

/** Whose word it is and when it was checked, as the pages count it on a day. */
function checked(group: Group, { provenance }: PublishedOffice, { intervals }: PublishedData, today: string) {
  const { source, verifiedOn = UNVERIFIED } = provenance[group] ?? {};
  // That an office was set up holds until somebody says otherwise.
  if (source === undefined || group === 'establishment') return { source, verifiedOn };
  const check = verify(
    { source, verifiedOn: provenance[group]?.verifiedOn },
    intervals[`${group}Days`],
    today,
  );
  return check.state === 'overdue'
    ? { source, verifiedOn: UNVERIFIED, lastVerifiedOn: check.on }
    : { source, verifiedOn };
}

/** One fact of an office on a day; undefined for an office or a field that there is not. */
export function officeFact(
  facts: PublishedData,
  id: string,
  field: string,
  today: string,
): Answer | undefined {
  const { offices } = facts;
  const office = offices.find((one) => one.id === id);
  const known = OFFICE_FIELDS[field];
  if (!office || !known) return undefined;
  const [group, read] = known;
  const value = read(office);
  if (isEmpty(value)) return { value: PENDING, url: office.url };
  return { value, ...checked(group, office, facts, today), url: office.url };
}

/** Whether a township, or one of the places that went into it, has a name. */
const isCalled = ({ name, former, formerVillages }: PublishedOffice['townships'][number], words: string) =>
  [name, ...(former ?? []), ...(formerVillages ?? [])].includes(words);

/** Offices by a place or a name: a village, a township, an old name, part of the office's own name. */
export function findOffices({ offices, villages }: PublishedData, query: string) {
  const words = query.trim();
  const serving = new Set(
    villages
      .filter(({ name, former }) => name === words || former?.includes(words))
      .flatMap((village) => village.offices),
  );
  return offices
    .filter(
      ({ id, name, townships }) =>
        serving.has(id) || name.includes(words) || townships.some((one) => isCalled(one, words)),
    )
    .map(({ id, name, county, townships, url }) => ({
      id,
      name,
      county: county.name,
      townships: townships.map((one) => one.name),
      url,
    }));
}

/** What can be asked of a guide. */
const GUIDE_FIELDS: Readonly<Record<string, (guide: GuideFacts) => unknown>> = {
  summary: ({ summary }) => summary,
  audience: ({ audience }) => audience,
  conditions: ({ conditions }) => conditions,
  notAccepted: ({ notAccepted }) => notAccepted,
  materials: ({ materials }) =>
    materials.map((one) => ({
      name: one.name,
      form: formInWords(one),
      required: one.required,
      note: one.note,
    })),
  place: ({ place }) => place,
  time: ({ time }) => time,
  steps: ({ steps }) => steps.map(({ title, actor, text }) => `${title}（${actor}）：${text}`),
  limits: ({ limits }) => limits.map((limit) => `${limit.label}：${limitInWords(limit)}`),
  fee: ({ fee }) => fee.text,
  result: ({ result }) => result,
  consult: ({ consult }) => consult,
  supervision: ({ supervision }) => supervision,
  elsewhere: ({ elsewhere }) => elsewhere,
  basis: ({ basis }) => basis.map(({ law, articles }) => ({ law, articles })),
};

export const GUIDE_FIELD_NAMES = Object.keys(GUIDE_FIELDS);

/** One element of a guide. */
export function guideFact({ guides }: PublishedData, slug: string, field: string): Answer | undefined {
  const guide = guides.find((one) => one.slug === slug);
  const read = GUIDE_FIELDS[field];
  if (!guide || !read) return undefined;
  return {
    value: read(guide),
    source: guide.source,
    verifiedOn: guide.looked ?? guide.updated,
    url: guide.url,
  };
}

/** Guides by their title or by what people call the matter; all of them without a word. */
export const findGuides = ({ guides }: PublishedData, query = '') =>
  guides
    .filter(({ title, aliases }) => [title, ...aliases].some((name) => name.includes(query.trim())))
    .map(({ slug, title, summary, url }) => ({ slug, title, summary, url }));

/** What an article of a law says, in the words of the content. */
export function lawArticle({ laws }: PublishedData, slug: string, article: string): Answer | undefined {
  const law = laws.find((one) => one.slug === slug);
  const found = law?.articles.find((one) => one.article === article);
  if (!law || !found) return undefined;
  return { value: found.gist, source: `${law.name}${article}`, url: law.url };
}
