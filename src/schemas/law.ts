import { z } from 'zod';
import { text } from './text.ts';
import { date, line, paragraph, slug } from './primitives.ts';
import { field } from './field.ts';
import type { List } from './kind.ts';

/** How a statement is settled: its text was read, it is known without the text, or no law settles it. */
export const CERTAINTIES = {
  read: '看过条文',
  'second-hand': '没有见到原文',
  unregulated: '法律没有规定',
} as const;

export const LAW_STATUSES = {
  'in-force': '现行有效',
  'amended-pending': '修订中',
  repealed: '已废止',
  unverified: '效力待核',
} as const;

const LAW_KINDS = [
  '法律',
  '行政法规',
  '党内法规',
  '部门规章',
  '地方性法规',
  '司法解释',
  '规范性文件',
] as const;

/** How much of a text somebody read. */
export const READ_EXTENTS = { full: '全文', articles: '引用到的条', retold: '转述' } as const;

export const certainty = field(
  z.enum(Object.keys(CERTAINTIES) as (keyof typeof CERTAINTIES)[]),
  '依据情况',
  'read',
);

/** Of what a law does say: read, or known without its text. */
export const stated = field(z.enum(['read', 'second-hand']), '依据情况', 'read');

/** A pointer into `laws/`: which law, which of its articles. An empty list means the law as a whole. */
export const citation = z.strictObject({
  law: field(slug, '法律（laws/ 里的文件名）', 'people-mediation-law'),
  articles: field(z.array(line(20)), '条', '["第十七条"]'),
  note: field(paragraph(200).optional(), '说明'),
});

const editionId = field(
  text().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, '写年份，一年有两个版本的写到日，例如 2026 或 2026-04-30'),
  '版本',
  '2026',
);

const article = z.strictObject({
  article: field(line(20), '条', '第十七条'),
  gist: field(paragraph(300), '大意（自己的话，一句）', '当事人一方明确拒绝调解的，不得调解。'),
  certainty: stated,
  edition: field(editionId.optional(), '看的哪个版本', '2026'),
});

/** One text of a law, as passed or as amended. Recording an amendment is adding one of these. */
const edition = z.strictObject({
  id: editionId,
  name: field(line(60), '叫法', '2026年修订'),
  adopted: field(date.optional(), '通过（公布）日期'),
  effective: field(date.optional(), '施行日期'),
  recorded: field(date.optional(), '记下这个版本的日期'),
  changed: field(z.array(line(20)).min(1, '至少一条').optional(), '改了引用到的哪些条', '["第三十五条"]'),
  summary: field(z.array(paragraph(200)).optional(), '对读者来说改了什么'),
});

const reading = z.strictObject({
  edition: editionId,
  on: field(date, '看的日期'),
  where: field(line(120), '在哪里看的', '国家法律法规数据库'),
  extent: field(z.enum(Object.keys(READ_EXTENTS) as (keyof typeof READ_EXTENTS)[]), '看了多少', 'full'),
  confirmed: field(z.boolean().optional(), '有没有第二处文本相符', 'false'),
});

/** What an own document of a city says about one of the national texts. */
const bearing = z.strictObject({
  text: field(
    text()
      .regex(/^[a-z]+\/[a-z][a-z0-9-]*$/, '写成 services/legal-aid 这样'),
    '哪份全国文本',
    'services/legal-aid',
  ),
  articles: field(z.array(line(20)), '条', '["二（五）1"]'),
  note: field(paragraph(200).optional(), '说明'),
});

interface Draft {
  readonly editions: readonly z.infer<typeof edition>[];
  readonly read: readonly z.infer<typeof reading>[];
  readonly articles: readonly z.infer<typeof article>[];
}

/** Says what does not fit between the lists of a law: twice the same, or an edition that is not listed. */
function faultsOf({ editions, read, articles }: Draft): { path: (string | number)[]; message: string }[] {
  const ids = editions.map(({ id }) => id);
  const names = articles.map((one) => one.article);
  const unknown = (id: string | undefined) => id !== undefined && !ids.includes(id);
  const told = (id: string | undefined) => `版本里没有 ${id}；已有：${ids.join('、')}`;
  return [
    ...names.flatMap((name, at) =>
      names.indexOf(name) === at ? [] : [{ path: ['articles', at], message: `${name}写了两次` }],
    ),
    ...ids.flatMap((id, at) =>
      ids.indexOf(id) === at ? [] : [{ path: ['editions', at, 'id'], message: `版本 ${id} 写了两次` }],
    ),
    ...editions.flatMap(({ effective, recorded }, at) =>
      at > 0 && effective !== undefined && recorded === undefined
        ? [{ path: ['editions', at, 'recorded'], message: '修订的版本要写哪天记下的' }]
        : [],
    ),
    ...read.flatMap((one, at) =>
      unknown(one.edition) ? [{ path: ['read', at, 'edition'], message: told(one.edition) }] : [],
    ),
    ...articles.flatMap((one, at) =>
      unknown(one.edition) ? [{ path: ['articles', at, 'edition'], message: told(one.edition) }] : [],
    ),
  ];
}

/** `laws/<slug>.json`: a law or document that guides rest on: its editions, who read which, the articles they use. */
export const law = z
  .strictObject({
    name: field(line(60), '名称', '中华人民共和国人民调解法'),
    shortName: field(line(30), '简称', '人民调解法'),
    kind: field(z.enum(LAW_KINDS), '类别', '法律'),
    number: field(line(40).optional(), '文号', '示府办函〔2026〕1号'),
    issuer: field(line(60), '制定机关', '全国人民代表大会常务委员会'),
    status: field(z.enum(Object.keys(LAW_STATUSES) as (keyof typeof LAW_STATUSES)[]), '效力', 'in-force'),
    statusNote: field(paragraph(200).optional(), '效力说明'),
    successor: field(slug.optional(), '接替的法律'),
    editions: field(z.array(edition).min(1, '至少一个版本'), '版本（从早到晚）'),
    read: field(z.array(reading), '看过哪个版本'),
    current: field(date.optional(), '到哪天为止查过没有更新的文本'),
    intervalDays: field(z.number().int().min(1).max(3650).optional(), '几天复核一次', '180'),
    textAt: field(line(120).optional(), '全文在哪里看', '国家法律法规数据库 flk.npc.gov.cn'),
    articles: field(z.array(article), '引用到的条'),
    bearsOn: field(z.array(bearing).optional(), '本地文件同哪些全国文本有关'),
    sourceNotes: field(z.array(paragraph(300)).optional(), '整理时的说明'),
  })
  .superRefine((value, ctx) => {
    for (const fault of faultsOf(value)) ctx.addIssue({ code: 'custom', ...fault });
    if (value.status !== 'in-force' && !value.statusNote)
      ctx.addIssue({ code: 'custom', path: ['statusNote'], message: '不是现行有效的，要写效力说明' });
  });

export type Certainty = z.infer<typeof certainty>;
export type CitationRecord = z.infer<typeof citation>;
export type LawRecord = z.infer<typeof law>;
export type LawEdition = LawRecord['editions'][number];

export const lawList: List<LawRecord> = {
  about: '依据哪些法律',
  column: ['政策文件', '本站引用的法律、法规和文件', '法律', '依据'],
  search: '制度与法律',
  tells: ({ name: title, shortName: short, kind: text }) => ({ title, short, text }),
};

/** Whether a schema has a citation of a law somewhere in it. */
export function citesLaws(schema: z.ZodType): boolean {
  const { shape, element, innerType, options = [] } = schema.def as unknown as {
    readonly shape?: Readonly<Record<string, z.ZodType>>;
    readonly element?: z.ZodType;
    readonly innerType?: z.ZodType;
    readonly options?: readonly z.ZodType[];
  };
  const parts = [...Object.values(shape ?? {}), element, innerType, ...options];
  return shape === citation.def.shape || parts.some((part) => part !== undefined && citesLaws(part));
}
