import { z } from 'zod';
import { notice } from './notice.ts';
import { boundaries } from './boundaries.ts';
import { calendar } from './calendar.ts';
import { county } from './county.ts';
import { disclosure } from './disclosure.ts';
import { divisions } from './divisions.ts';
import { field } from './field.ts';
import { functionPage } from './function.ts';
import { law } from './law.ts';
import { office } from './office.ts';
import { owners } from './owners.ts';
import { line, paragraph } from './primitives.ts';
import { privacyAllow } from './privacy-allow.ts';
import { readings } from './readings.ts';
import { redirects } from './redirects.ts';
import { rule } from './rule.ts';
import { service } from './service.ts';
import { site } from './site.ts';
import { staff } from './staff.ts';
import { cityStandards } from './standards.ts';
import { statistics } from './statistics.ts';
import { ways } from './triage.ts';
import { whereabouts } from './whereabouts.ts';
import { withdrawn } from './withdrawn.ts';
import { words } from './synonyms.ts';

/** Front matter of `pages/<slug>.md`. */
export const page = z.strictObject({
  title: field(line(40), '标题', '关于本站'),
  description: field(paragraph(160), '一句话说明'),
});

export interface FileKind {
  /** Where such files stand; `<…>` is a slug, `<year>` four digits, `<date>` a date. */
  readonly pattern: string;
  readonly title: string;
  readonly schema: z.ZodType;
  readonly maxBytes: number;
}

const kind = <S extends z.ZodType>(pattern: string, title: string, schema: S, kilobytes = 64) => ({
  pattern,
  title,
  schema,
  maxBytes: kilobytes * 1024,
});

/** Every kind of content file (design §4): where it stands, what it must hold, and how large it may be. */
export const FILE_KINDS = {
  site: kind('site.json', '全站设置', site),
  disclosure: kind('disclosure.json', '公开事项目录', disclosure),
  standards: kind('standards.json', '规范化建设的全市数字', cityStandards),
  ways: kind('ways.json', '走哪条路', ways),
  words: kind('words.json', '平常的说法', words, 128),
  redirects: kind('redirects.json', '旧网址跳转', redirects, 512),
  readings: kind('readings.json', '地名读音', readings, 512),
  privacyAllow: kind('privacy-allow.json', '允许公开的个人信息', privacyAllow, 256),
  owners: kind('owners.json', '账号与负责的司法所', owners, 512),
  withdrawn: kind('withdrawn.json', '撤下的网址', withdrawn, 512),
  calendar: kind('calendar/<year>.json', '节假日', calendar),
  county: kind('counties/<county>.json', '县级司法局', county),
  divisions: kind('divisions/<county>.json', '乡镇与村、社区', divisions, 1024),
  office: kind('offices/<county>/<office>/office.json', '司法所', office),
  staff: kind('offices/<county>/<office>/staff.json', '人员', staff),
  whereabouts: kind('offices/<county>/<office>/whereabouts.json', '去向', whereabouts, 128),
  statistics: kind('offices/<county>/<office>/statistics.json', '月度数据', statistics, 128),
  officeNotice: kind('offices/<county>/<office>/affairs/<date>-<slug>.md', '本所公开', notice),
  notice: kind('affairs/<date>-<slug>.md', '全市公开', notice),
  functionPage: kind('functions/<slug>.md', '工作职能', functionPage),
  service: kind('services/<slug>.md', '办事指南', service),
  rule: kind('rules/<slug>.md', '工作制度', rule),
  law: kind('laws/<slug>.json', '法律依据', law, 128),
  boundaries: kind('places/<slug>.geojson', '边界文件', boundaries, 4096),
  page: kind('pages/<slug>.md', '网站页面', page),
  sampleCounty: kind('samples/county.json', '示例县级司法局', county),
  sampleDivisions: kind('samples/divisions.json', '示例乡镇', divisions),
  sampleOffice: kind('samples/<office>/office.json', '示例司法所', office),
  sampleStaff: kind('samples/<office>/staff.json', '示例人员', staff),
  sampleWhereabouts: kind('samples/<office>/whereabouts.json', '示例去向', whereabouts, 128),
  sampleStatistics: kind('samples/<office>/statistics.json', '示例月度数据', statistics, 128),
  sampleNotice: kind('samples/<office>/affairs/<date>-<slug>.md', '示例公开', notice),
} as const satisfies Record<string, FileKind>;

export type KindName = keyof typeof FILE_KINDS;
export type RecordOf<K extends KindName> = z.infer<(typeof FILE_KINDS)[K]['schema']>;
export type PageRecord = z.infer<typeof page>;

/** Files without which nothing can be shown. */
export const REQUIRED_KINDS = ['site', 'disclosure'] as const satisfies readonly KindName[];

/** The format of a kind, told by its ending. */
export const formatOf = (name: KindName): 'json' | 'markdown' =>
  /\.(?:geo)?json$/.test(FILE_KINDS[name].pattern) ? 'json' : 'markdown';
