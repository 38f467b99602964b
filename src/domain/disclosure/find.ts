import type { DisclosureItem, EvidenceKey } from '../../schemas/disclosure.ts';
import type { PhoneEntry } from '../../schemas/office.ts';
import { compareDays } from '../dates.ts';
import { paths } from '../urls.ts';
import type { Provenance } from '../verification.ts';
import { findWhereabouts } from './daily.ts';
import { MISSING, type DueChange, type ItemFinding, type FoundItem } from './evidence.ts';
import type { NoticeFact, CityColumn, OfficeFacts } from './facts.ts';

type Finder = (facts: OfficeFacts, item: DisclosureItem, today: string) => ItemFinding;

const CITY_NOTE = '统一内容';

/** What is there in part is missing, and said to be. */
const lacking = (note: string): ItemFinding => ({ ...MISSING, note });

/** Pages of the city: as many as the item asks for, each with all that it must say. */
function cityColumn(
  { count, incomplete, on, changes }: CityColumn,
  link: string,
  item: DisclosureItem,
): ItemFinding {
  const least = item.least ?? 1;
  if (count === 0) return MISSING;
  if (count < least) return lacking(`只写了${count}篇，应有${least}篇`);
  if (incomplete.length > 0) return lacking(`缺要素的${incomplete.length}篇：${incomplete.join('、')}`);
  return { state: 'found', link, on, changes, inherited: true, note: CITY_NOTE };
}

/** Facts with a source; without one they count as never verified. */
function sourced(provenance: Provenance | undefined, days: number, link: string, more = {}): ItemFinding {
  const verified = { provenance: provenance ?? { source: '' }, days };
  return { state: 'found', link, on: provenance?.verifiedOn, verified, ...more };
}

const has = (phones: readonly PhoneEntry[] | undefined, use: PhoneEntry['use']) =>
  Boolean(phones?.some((phone) => phone.use === use));

/** Each person's post, duties and an office phone: their own, else the office's (seed 二（四）3; facts E22). */
function findPeople({ record, staff, intervals }: OfficeFacts): ItemFinding {
  if (!staff?.people.length) return MISSING;
  const unreachable = staff.people.filter(({ phone }) => phone === undefined);
  if (unreachable.length > 0 && !has(record.phones, 'consult'))
    return lacking(`${staff.people.length}人里有${unreachable.length}人没有办公电话`);
  // A vacancy that should be filled by now is a change of staff that nobody has told.
  const changes = (staff.vacancies ?? []).flatMap(({ post, until }): DueChange[] =>
    until === undefined || until < (staff.provenance.verifiedOn ?? '')
      ? []
      : [{ on: until, what: `${post}预计已到岗` }],
  );
  return sourced(staff.provenance, intervals.staffDays, '#staff', { changes });
}

function findDeputies({ staff, intervals }: OfficeFacts): ItemFinding {
  if (!staff?.people.length) return MISSING;
  if (staff.people.length === 1) return { state: 'not-applicable', why: '只有一名工作人员' };
  const here = new Set(staff.people.map(({ id }) => id));
  const alone = staff.people.filter(({ deputy }) => deputy === undefined || !here.has(deputy));
  if (alone.length === staff.people.length) return MISSING;
  if (alone.length > 0) return lacking(`${staff.people.length}人里有${alone.length}人没有写由谁代岗`);
  return sourced(staff.provenance, intervals.staffDays, '#staff');
}

/** The office's own supervision phone, else the one of its bureau. */
function findSupervision({ record, bureau, intervals }: OfficeFacts): ItemFinding {
  if (has(record.phones, 'supervision'))
    return sourced(record.provenance.contact, intervals.contactDays, '#contact');
  if (!has(bureau.phones, 'supervision')) return MISSING;
  return sourced(bureau.provenance, intervals.contactDays, '#contact', {
    inherited: true,
    note: '县级司法局的监督电话',
  });
}

const dateOf = ({ updated, published }: NoticeFact) => updated ?? published;

/** The newest notice of the item's categories that is still valid, else the one that was valid last. */
function newest(notices: readonly NoticeFact[], { categories }: DisclosureItem, today: string) {
  const own = notices
    .filter(({ category, published }) => (categories?.includes(category) ?? true) && published <= today)
    .toSorted((a, b) => compareDays(dateOf(b), dateOf(a)));
  const valid = own.find(({ expires }) => expires === undefined || expires >= today);
  return valid ?? own.toSorted((a, b) => compareDays(b.expires, a.expires))[0];
}

const noticeFound = (notice: NoticeFact): FoundItem => ({
  state: 'found',
  link: notice.link,
  on: dateOf(notice),
  expires: notice.expires,
});

/** Notices are the office's own; where the city or the county supplies the item, the city's count as inherited. */
function findNotices({ notices, city }: OfficeFacts, item: DisclosureItem, today: string): ItemFinding {
  const own = newest(notices, item, today);
  if (own) return noticeFound(own);
  const shared = item.supplier === 'office' ? undefined : newest(city.notices, item, today);
  return shared ? { ...noticeFound(shared), inherited: true, note: CITY_NOTE } : MISSING;
}

function findStatistics({ statistics }: OfficeFacts): ItemFinding {
  const month = statistics?.months
    .map((entry) => entry.month)
    .toSorted()
    .at(-1);
  return month === undefined ? MISSING : { state: 'found', link: '#statistics', on: month, month };
}

/** How each kind of evidence is looked for: one function per key of the catalogue. */
export const FINDERS: Record<EvidenceKey, Finder> = {
  cityFunctions: ({ city }, item) => cityColumn(city.functions, paths.functions, item),
  cityServices: ({ city }, item) => cityColumn(city.services, paths.services, item),
  cityRules: ({ city }, item) => cityColumn(city.rules, paths.rules, item),
  place: ({ record, intervals }) =>
    record.place?.address ? sourced(record.provenance.place, intervals.placeDays, '#place') : MISSING,
  contact: ({ record, intervals }) =>
    has(record.phones, 'consult')
      ? sourced(record.provenance.contact, intervals.contactDays, '#contact')
      : MISSING,
  hours: ({ record, intervals }) =>
    record.hours ? sourced(record.provenance.hours, intervals.hoursDays, '#hours') : MISSING,
  people: findPeople,
  deputies: findDeputies,
  supervision: findSupervision,
  whereabouts: (facts, _, today) => findWhereabouts(facts, today),
  affairs: findNotices,
  statistics: findStatistics,
};
