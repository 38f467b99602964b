/** The facts of an office as its readers know them, for telling what became of each. */
import { inWords } from '../../domain/dates.ts';
import { exceptionInWords, hoursInWords, marketDaysInWords } from '../../domain/hours.ts';
import { OFFICE_KINDS, OFFICE_STATES, PHONE_USES, PREMISES } from '../../schemas/office.ts';
import type { OfficeRecord } from '../../schemas/office.ts';
import { PRECISIONS } from '../../schemas/place.ts';

/** What codes and ids stand for today. */
export interface NamesToday {
  readonly division: (code: string) => string;
  readonly office: (id: string) => string;
  /** Undefined for what is no longer there. */
  readonly service: (slug: string) => string | undefined;
}

/** A fact with its name; a list is told by what came and went. */
export interface Fact {
  readonly title: string;
  readonly words: string | readonly string[] | undefined;
}

export type Group = keyof OfficeRecord['provenance'];

/** A field of the record: whose source it has, the facts in it, and what else is in it, which is not repeated. */
interface FieldOfFacts {
  readonly group?: Group | undefined;
  readonly facts?: (record: OfficeRecord, names: NamesToday) => readonly Fact[];
  readonly rest?: (record: OfficeRecord) => unknown;
}

/** A fact in words. */
export const fact = (title: string, words: Fact['words']): Fact => ({ title, words });

function statusInWords({ status }: OfficeRecord, names: NamesToday): string {
  const state = OFFICE_STATES[status.state];
  if (status.state === 'normal') return state;
  if (status.state === 'limited') return `${state}（${inWords(status.from)}至${inWords(status.until)}）`;
  const successor = status.successor ? `，由${names.office(status.successor)}接替` : '';
  return `${state}（${inWords(status.since)}起${successor}）`;
}

function pointInWords(point: NonNullable<OfficeRecord['place']>['point']): string | undefined {
  if (!point || point.precision === 'county') return undefined;
  return `东经${point.lon}度、北纬${point.lat}度（${PRECISIONS[point.precision]}）`;
}

/** The hours of a week, or of each season. */
export function weekInWords(hours: NonNullable<OfficeRecord['hours']>): string {
  const seasons = hoursInWords(hours).map(
    ({ span, lines }) =>
      `${span === '全年' ? '' : `${span}：`}${lines.map(({ days, sessions }) => `${days}${sessions}`).join('；')}`,
  );
  return seasons.join('。');
}

/** The numbers for each use; `whose` stands before what that is called. */
export const phonesInWords = ({ phones = [] }: Pick<OfficeRecord, 'phones'>, whose = ''): Fact[] =>
  Object.entries(PHONE_USES).map(([key, title]) =>
    fact(
      `${whose}${title}`,
      phones.flatMap(({ use, number }) => (use === key ? [number] : [])),
    ),
  );

function hoursFacts({ hours }: OfficeRecord): Fact[] {
  const { marketDays, exceptions = [] } = hours ?? {};
  return [
    fact('办公时间', hours && weekInWords(hours)),
    fact('赶场日', marketDays && marketDaysInWords({ ...marketDays, note: undefined })),
    fact(
      '特殊日期',
      exceptions.map((one) => exceptionInWords({ ...one, reason: '' }).replace(/：$/, '')),
    ),
  ];
}

/** Every field of the record of which readers are told. A name of its own that a field has is the schema's. */
export const FIELDS: Readonly<Record<Exclude<keyof OfficeRecord, 'provenance' | 'shortName'>, FieldOfFacts>> =
  {
    name: { group: 'establishment', facts: ({ name }) => [fact('名称', name)] },
    localName: { group: 'establishment', rest: ({ localName }) => localName },
    kind: { group: 'establishment', facts: ({ kind }) => [fact('类型', OFFICE_KINDS[kind])] },
    status: {
      group: 'establishment',
      facts: (record, names) => [fact('状态', statusInWords(record, names))],
      rest: ({ status }) => (status.state === 'normal' ? undefined : status.text),
    },
    serves: {
      group: 'establishment',
      facts: ({ serves }, names) => [fact('服务区域', serves.map(names.division))],
    },
    sharedRule: { group: 'establishment', rest: ({ sharedRule }) => sharedRule },
    area: {
      group: 'establishment',
      facts: ({ area }, names) => [
        fact('片区', area?.name),
        fact('片区的成员所', area?.members.map(names.office) ?? []),
      ],
      rest: ({ area }) => [area?.matters, area?.note],
    },
    premises: { facts: ({ premises }) => [fact('业务用房', premises && PREMISES[premises])] },
    place: {
      group: 'place',
      facts: ({ place }) => [
        fact('地址', place?.address),
        fact('邮政编码', place?.postcode),
        fact('地图上的位置', pointInWords(place?.point)),
      ],
      rest: ({ place }) => ({ ...place, address: undefined, postcode: undefined, point: undefined }),
    },
    phones: {
      group: 'contact',
      facts: (record) => phonesInWords(record),
      rest: ({ phones }) => phones?.flatMap(({ note }) => note ?? []) ?? [],
    },
    email: { group: 'contact', facts: ({ email }) => [fact('电子邮箱', email)] },
    hours: {
      group: 'hours',
      facts: hoursFacts,
      rest: ({ hours }) => [
        hours?.marketDays?.note,
        hours?.exceptions?.map(({ reason }) => reason),
        hours?.duty,
        hours?.note,
      ],
    },
    plates: { facts: ({ plates = [] }) => [fact('加挂牌子', plates)] },
    services: {
      facts: ({ services = [] }, names) => [
        fact(
          '提供的服务',
          services.flatMap((slug) => names.service(slug) ?? []),
        ),
      ],
    },
    legalServiceStation: {
      facts: ({ legalServiceStation: station }) => [fact('公共法律服务站电话', station?.phone)],
      rest: ({ legalServiceStation: station }) =>
        station && { ...station, phone: undefined, provenance: undefined },
    },
    serviceNotes: { rest: ({ serviceNotes }) => serviceNotes },
    standards: { group: 'standards', rest: ({ standards }) => standards },
    note: { rest: ({ note }) => note },
  };

/** What a group of facts with one source is called. */
export const GROUPS: Readonly<Record<Group, string>> = {
  establishment: '设置',
  contact: '联系方式',
  hours: '办公时间',
  place: '地点',
  standards: '规范化建设',
};
