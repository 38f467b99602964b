import { z } from 'zod';
import { adaptation } from './schemas/adaptation.ts';
import { notice } from './schemas/notice.ts';
import { ADDRESSES, type Names } from './domain/kind-addresses.ts';
import type { Level } from './domain/ownership.ts';
import { boundaries } from './schemas/boundaries.ts';
import { calendar } from './schemas/calendar.ts';
import { county } from './schemas/county.ts';
import { disclosure } from './schemas/disclosure.ts';
import { divisions } from './schemas/divisions.ts';
import { elsewhere } from './schemas/elsewhere.ts';
import { functionPage } from './schemas/function.ts';
import { law } from './schemas/law.ts';
import { office } from './schemas/office.ts';
import { owners } from './schemas/owners.ts';
import { page } from './schemas/page.ts';
import { plan, progress } from './schemas/plan.ts';
import { privacyAllow } from './schemas/privacy-allow.ts';
import { readings } from './schemas/readings.ts';
import { redirects } from './schemas/redirects.ts';
import { rule } from './schemas/rule.ts';
import { service } from './schemas/service.ts';
import { site } from './schemas/site.ts';
import { staff } from './schemas/staff.ts';
import { cityStandards } from './schemas/standards.ts';
import { statistics } from './schemas/statistics.ts';
import { triage } from './schemas/triage.ts';
import { whereabouts } from './schemas/whereabouts.ts';
import { withdrawn } from './schemas/withdrawn.ts';
import { ownWords, synonyms } from './schemas/synonyms.ts';

export interface Kind {
  /** Where such files stand; `<…>` is a slug, `<year>` four digits, `<date>` a date. */
  readonly pattern: string;
  readonly title: string;
  readonly schema: z.ZodType;
  readonly owner: Level;
  readonly maxBytes: number;
  /** Of kinds that grow with the city, the fields that lists need; of others the collection keeps all. */
  readonly card?: readonly string[];
  /** The page of such content, without base; absent where it has none of its own. */
  readonly address?: (names: Names) => string;
}

interface More {
  readonly kilobytes?: number;
  readonly address?: (names: Names) => string;
}

const kind = <S extends z.ZodType, C extends readonly string[] = never>(
  pattern: string,
  title: string,
  schema: S,
  owner: Level,
  { kilobytes = 64, ...more }: More & { readonly card?: C } = {},
) => ({ pattern, title, schema, owner, maxBytes: kilobytes * 1024, ...more });

/**
 * Every kind of content (design §4): where it stands, what it must hold, whose it is, how large it may be, where its
 * page is. What asks for a kind of content takes it from here.
 */
export const KINDS = {
  site: kind('site.json', '全站设置', site, 'maintainer'),
  disclosure: kind('disclosure.json', '公开事项目录', disclosure, 'maintainer'),
  standards: kind('standards.json', '规范化建设的全市数字', cityStandards, 'city'),
  plan: kind('plan.json', '方案逐条对照', plan, 'maintainer', { kilobytes: 128 }),
  progress: kind('progress.json', '规范化建设的年度推进', progress, 'city', { kilobytes: 128 }),
  triage: kind('ways.json', '走哪条路', triage, 'maintainer'),
  synonyms: kind('words.json', '平常的说法', synonyms, 'maintainer', { kilobytes: 512 }),
  ownWords: kind('own-words.json', '本地的说法', ownWords, 'maintainer', { kilobytes: 128 }),
  elsewhere: kind('elsewhere.json', '不归司法所管的事', elsewhere, 'maintainer'),
  redirects: kind('redirects.json', '旧网址跳转', redirects, 'maintainer', { kilobytes: 512 }),
  readings: kind('readings.json', '地名读音', readings, 'maintainer', { kilobytes: 512 }),
  privacyAllow: kind('privacy-allow.json', '允许公开的个人信息', privacyAllow, 'maintainer', {
    kilobytes: 256,
  }),
  owners: kind('owners.json', '账号与负责的司法所', owners, 'maintainer', { kilobytes: 512 }),
  withdrawn: kind('withdrawn.json', '撤下的网址', withdrawn, 'maintainer', { kilobytes: 512 }),
  calendar: kind('calendar/<year>.json', '节假日', calendar, 'city'),
  county: kind('counties/<county>.json', '县级司法局', county, 'county', {
    card: ['code', 'name', 'shortName'],
    address: ADDRESSES.county,
  }),
  divisions: kind('divisions/<county>.json', '乡镇与村、社区', divisions, 'city', {
    kilobytes: 1024,
    card: ['code', 'name'],
  }),
  office: kind('offices/<county>/<office>/office.json', '司法所', office, 'office', {
    card: ['name', 'shortName', 'kind'],
    address: ADDRESSES.office,
  }),
  staff: kind('offices/<county>/<office>/staff.json', '人员', staff, 'office', { card: [] }),
  whereabouts: kind('offices/<county>/<office>/whereabouts.json', '去向', whereabouts, 'office', {
    kilobytes: 128,
    card: [],
  }),
  statistics: kind('offices/<county>/<office>/statistics.json', '月度数据', statistics, 'office', {
    kilobytes: 128,
    card: [],
  }),
  officeNotice: kind('offices/<county>/<office>/affairs/<date>-<slug>.md', '本所公开', notice, 'office', {
    card: ['title', 'published', 'category'],
    address: ADDRESSES.officeNotice,
  }),
  notice: kind('affairs/<date>-<slug>.md', '全市公开', notice, 'city', {
    card: ['title', 'published', 'category'],
    address: ADDRESSES.notice,
  }),
  functionPage: kind('functions/<slug>.md', '工作职能', functionPage, 'maintainer', {
    address: ADDRESSES.functionPage,
  }),
  service: kind('services/<slug>.mdx', '办事指南', service, 'maintainer', {
    address: ADDRESSES.service,
  }),
  adaptation: kind('services/<slug>.md', '全市写法', adaptation, 'city'),
  countyAdaptation: kind('counties/<county>/services/<slug>.md', '本县写法', adaptation, 'county'),
  officeAdaptation: kind('offices/<county>/<office>/services/<slug>.md', '本所写法', adaptation, 'office'),
  rule: kind('rules/<slug>.md', '工作制度', rule, 'maintainer', {
    address: ADDRESSES.rule,
  }),
  law: kind('laws/<slug>.json', '法律依据', law, 'maintainer', {
    kilobytes: 128,
    address: ADDRESSES.law,
  }),
  boundaries: kind('places/<slug>.geojson', '边界文件', boundaries, 'maintainer', {
    kilobytes: 4096,
    card: [],
  }),
  page: kind('pages/<slug>.mdx', '网站页面', page, 'maintainer', {
    address: ADDRESSES.page,
  }),
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;
export type RecordOf<K extends KindName> = z.infer<(typeof KINDS)[K]['schema']>;
/** What the collection of a kind keeps of an entry. */
export type CardOf<K extends KindName> = (typeof KINDS)[K] extends { readonly card: readonly (infer F)[] }
  ? Pick<RecordOf<K>, Extract<F, keyof RecordOf<K>>>
  : RecordOf<K>;

/** Files without which nothing can be shown. */
export const REQUIRED_KINDS = ['site', 'disclosure'] as const satisfies readonly KindName[];

/** The format of a kind, told by its ending. MDX, whose components are the site's own, only maintainers write. */
export function formatOf(name: KindName): 'json' | 'markdown' | 'mdx' {
  const { pattern } = KINDS[name];
  return /\.(?:geo)?json$/.test(pattern) ? 'json' : pattern.endsWith('.mdx') ? 'mdx' : 'markdown';
}
