import type { z } from 'zod';
import { adaptation } from './schemas/adaptation.ts';
import { notice } from './schemas/notice.ts';
import { SAMPLES } from './domain/samples.ts';
import { paths } from './domain/urls.ts';
import { boundaries } from './schemas/boundaries.ts';
import { calendar } from './schemas/calendar.ts';
import { county } from './schemas/county.ts';
import { disclosure } from './schemas/disclosure.ts';
import { divisions } from './schemas/divisions.ts';
import { elsewhere } from './schemas/elsewhere.ts';
import { functionList, functionPage } from './schemas/function.ts';
import { kind, type Kind, type PathNames } from './schemas/kind.ts';
import { citesLaws, law, lawList } from './schemas/law.ts';
import { office } from './schemas/office.ts';
import { owners } from './schemas/owners.ts';
import { page } from './schemas/page.ts';
import { plan, progress } from './schemas/plan.ts';
import { privacyAllow } from './schemas/privacy-allow.ts';
import { question, questionList } from './schemas/question.ts';
import { readings } from './schemas/readings.ts';
import { redirects } from './schemas/redirects.ts';
import { rule, ruleList } from './schemas/rule.ts';
import { service, serviceList } from './schemas/service.ts';
import { site } from './schemas/site.ts';
import { staff } from './schemas/staff.ts';
import { cityStandards } from './schemas/standards.ts';
import { statistics } from './schemas/statistics.ts';
import { triage } from './schemas/triage.ts';
import { whereabouts } from './schemas/whereabouts.ts';
import { withdrawn } from './schemas/withdrawn.ts';
import { ownWords, synonyms } from './schemas/synonyms.ts';

const idOf = ({ county, office }: PathNames) => `${county}/${office}`;
const datedOf = ({ date, slug }: PathNames) => `${date}-${slug}`;

/**
 * Every kind of content (design §4): where it stands, what it must hold, whose it is, how large it may be, where its
 * page and its list are. What asks for a kind of content takes it from here; lists of kinds are in this order.
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
    collection: 'counties',
    card: ['code', 'name', 'shortName'],
    address: ({ county: slug = '' }) => (slug === SAMPLES ? paths.samples : paths.county(slug)),
  }),
  divisions: kind('divisions/<county>.json', '乡镇与村、社区', divisions, 'city', {
    kilobytes: 1024,
    card: ['code', 'name'],
  }),
  office: kind('offices/<county>/<office>/office.json', '司法所', office, 'office', {
    collection: 'offices',
    card: ['name', 'shortName', 'kind'],
    address: (names) => paths.office(idOf(names)),
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
    collection: 'officeNotices',
    card: ['title', 'published', 'category'],
    address: (names) => paths.notice(idOf(names), datedOf(names)),
  }),
  notice: kind('affairs/<date>-<slug>.md', '全市公开', notice, 'city', {
    collection: 'notices',
    card: ['title', 'published', 'category'],
    address: (names) => paths.cityNotice(datedOf(names)),
  }),
  service: kind('services/<slug>.mdx', '办事指南', service, 'maintainer', {
    list: serviceList,
  }),
  adaptation: kind('services/<slug>.md', '全市写法', adaptation, 'city'),
  countyAdaptation: kind('counties/<county>/services/<slug>.md', '本县写法', adaptation, 'county'),
  officeAdaptation: kind('offices/<county>/<office>/services/<slug>.md', '本所写法', adaptation, 'office'),
  question: kind('questions/<slug>.md', '常见问题', question, 'city', {
    list: questionList,
  }),
  functionPage: kind('functions/<slug>.md', '工作职能', functionPage, 'maintainer', {
    list: functionList,
  }),
  rule: kind('rules/<slug>.md', '工作制度', rule, 'maintainer', {
    list: ruleList,
  }),
  law: kind('laws/<slug>.json', '法律依据', law, 'maintainer', {
    kilobytes: 128,
    list: lawList,
  }),
  boundaries: kind('places/<slug>.geojson', '边界文件', boundaries, 'maintainer', {
    kilobytes: 4096,
    card: [],
  }),
  page: kind('pages/<slug>.mdx', '网站页面', page, 'maintainer', {
    collection: 'pages',
    address: ({ slug }) => `/${slug}/`,
  }),
} as const satisfies Record<string, Kind>;

type Kinds = typeof KINDS;
export type KindName = keyof Kinds;
export const KIND_NAMES = Object.keys(KINDS) as KindName[];
export type RecordOf<K extends KindName> = z.infer<Kinds[K]['schema']>;
/** What the collection of a kind keeps of an entry. */
export type CardOf<K extends KindName> = Kinds[K] extends { readonly card: readonly (infer F)[] }
  ? Pick<RecordOf<K>, Extract<F, keyof RecordOf<K>>>
  : RecordOf<K>;

/** Files without which nothing can be shown. */
export const REQUIRED_KINDS = ['site', 'disclosure'] as const satisfies readonly KindName[];

/** The kinds whose texts have a list. */
export type ListedKind = {
  [K in KindName]: Kinds[K] extends { readonly list: unknown } ? K : never;
}[KindName];
export const isListed = (name: KindName): name is ListedKind => 'list' in KINDS[name];
export const LISTED_KINDS = KIND_NAMES.filter(isListed);

/** Texts with a list are called in Astro as their folder is. */
type CollectionOf<K extends KindName> = Kinds[K] extends { readonly collection: infer N extends string }
  ? N
  : Kinds[K] extends { readonly list: unknown; readonly pattern: `${infer F}/${string}` }
    ? F
    : K;
/** Astro's collections by their names, each with the kind that it holds. */
export type Collections = { [K in KindName as CollectionOf<K>]: K };
export const collectionOf = <K extends KindName>(name: K) =>
  ((KINDS[name] as Kind).collection ?? (isListed(name) ? folderOf(name) : name)) as CollectionOf<K>;

/** The folder that files of a kind lie in, or below. */
export const folderOf = (name: KindName): string => KINDS[name].pattern.replace(/\/.*$/, '');

/** The page of what stands at some names; undefined for kinds that have none of their own. */
export function addressOf(name: KindName, names: PathNames): string | undefined {
  const { address, list }: Kind = KINDS[name];
  return address?.(names) ?? (list && `/${folderOf(name)}/${names['slug']}/`);
}

/** The kinds that may rest on laws. */
export const CITING_KINDS = KIND_NAMES.filter((name) => citesLaws(KINDS[name].schema));

/** The format of a kind, told by its ending. MDX, whose components are the site's own, only maintainers write. */
export function formatOf(name: KindName): 'json' | 'markdown' | 'mdx' {
  const { pattern } = KINDS[name];
  return /\.(?:geo)?json$/.test(pattern) ? 'json' : pattern.endsWith('.mdx') ? 'mdx' : 'markdown';
}
