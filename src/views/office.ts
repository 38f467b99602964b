import type { Catalogue, Office } from '../catalogue/types.ts';
import { inWords } from '../domain/dates.ts';
import { factsOf } from '../domain/disclosure/facts.ts';
import { paths } from '../domain/urls.ts';
import { verify, type Provenance, type Verification } from '../domain/verification.ts';
import { answerView } from './answer.ts';
import { officeNotices } from './notice-lists.ts';
import { communityView, formerVillages } from './communities.ts';
import type { Crumb } from './crumbs.ts';
import { disclosedView } from './disclosed.ts';
import { directionsView } from './directions.ts';
import { locatorView } from './locator.ts';
import { openNowData } from './open-now.ts';
import { peopleView } from './people.ts';
import { groupServices } from './services.ts';

/** Everything that the page of one office shows, as plain data. `today` is `YYYY-MM-DD` in Asia/Shanghai. */
export function officeView(office: Office, catalogue: Catalogue, today: string) {
  const { record, county } = office;
  return {
    office,
    name: record.name,
    title: office.sample ? `示例：${record.name}` : record.name,
    description: describe(office),
    crumbs: officeCrumbs(office),
    establishment: check(record.provenance.establishment, 36500, today),
    status: statusOf(office),
    answer: answerView(office, catalogue, today),
    bureau: county.record.bureau,
    checks: checksOf(office, catalogue, today),
    station: stationOf(office, catalogue, today),
    area: areaOf(office, catalogue),
    served: servedBy(office),
    ...disclosedView(catalogue.disclosure, factsOf(office, catalogue), today),
    notices: officeNotices(office, today),
    people: office.staff && peopleView(office, catalogue),
    services: groupServices(office, catalogue),
    functions: catalogue.functions.map((doc) => ({
      slug: doc.slug,
      title: doc.data.title,
      summary: doc.data.summary,
    })),
    rules: catalogue.rules.map((doc) => ({ slug: doc.slug, title: doc.data.title, group: doc.data.group })),
    hotlines: catalogue.site.hotlines,
    /** The plan that asks for the disclosure. */
    plan: catalogue.site.seed,
    directions: directionsView(office, catalogue.site),
    locator: locatorView(office, catalogue),
    openNow: openNowData(office, catalogue),
  };
}

export type OfficeView = ReturnType<typeof officeView>;

const check = (provenance: Provenance | undefined, days: number, today: string): Verification | undefined =>
  provenance && verify(provenance, days, today);

function checksOf({ record, staff }: Office, { site }: Catalogue, today: string) {
  const { contactDays, hoursDays, placeDays, staffDays } = site.intervals;
  return {
    contact: check(record.provenance.contact, contactDays, today),
    hours: check(record.provenance.hours, hoursDays, today),
    place: check(record.provenance.place, placeDays, today),
    staff: check(staff?.provenance, staffDays, today),
  };
}

/** What the public legal service station at the office offers, as a page says it; undefined where nobody has said. */
function stationOf({ record }: Office, { site }: Catalogue, today: string) {
  const station = record.legalServiceStation;
  if (!station) return undefined;
  const { offers, place, time, phone: number, note } = station;
  const where = [place && `地点：${place}`, time && `时间：${time}`].filter(Boolean).join('；');
  return {
    offers,
    where,
    note,
    phone: number === undefined ? undefined : ({ number, use: 'consult' } as const),
    check: check(station.provenance, site.intervals.contactDays, today),
  };
}

function describe({ record, county, townships }: Office): string {
  const where = townships.map((township) => township.record.name).join('、');
  return `${county.record.name}${where}的司法所：${record.name}的地址、电话、办公时间、服务的村和社区、办事指南与“四公开”。`;
}

function officeCrumbs({ sample, record, county }: Office): Crumb[] {
  if (sample) return [{ name: '示例', path: paths.samples }, { name: record.shortName }];
  return [
    { name: '司法所', path: paths.offices },
    { name: county.record.name, path: paths.county(county.slug) },
    { name: record.shortName },
  ];
}

/** The notice above everything else when people cannot simply come; undefined when they can. */
export function statusOf({ record, successor }: Office) {
  const { status } = record;
  if (status.state === 'normal') return undefined;
  if (status.state === 'limited')
    return {
      word: '服务受限',
      text: status.text,
      when: `${inWords(status.from)}至${inWords(status.until)}`,
      successor: undefined,
    };
  return {
    word: '已关闭',
    text: status.text,
    when: `${inWords(status.since)}起`,
    successor: successor && { name: successor.record.name, path: paths.office(successor.id) },
  };
}

const linked = (office: Office) => ({ name: office.record.shortName, path: paths.office(office.id) });

/** What an area office takes over, or what the area office does for this one (seed 二（四）5). */
function areaOf(office: Office, catalogue: Catalogue) {
  const lead = office.record.area ? office : office.areaOffice;
  const area = lead?.record.area;
  if (!lead || !area) return undefined;
  const titles = new Map(
    [...catalogue.functions, ...catalogue.services].map((doc) => [doc.slug, doc.data.title]),
  );
  return {
    name: area.name,
    isLead: lead === office,
    lead: linked(lead),
    members: lead.members.map(linked),
    matters: area.matters.map((slug) => titles.get(slug) ?? slug),
    note: area.note,
  };
}

/** The villages and communities an office serves, by township, with their former names. */
function servedBy(office: Office) {
  return office.townships.map((township) => ({
    name: township.record.name,
    former: township.record.former?.map((old) => old.name) ?? [],
    formerVillages: formerVillages(township),
    communities: office.communities.filter((one) => one.township === township).map(communityView),
  }));
}
