import { z } from 'zod';
import { date, line, paragraph, slug } from './primitives.ts';
import { field } from './field.ts';

/** How sure the project is of a statement: the text was read, known well, known roughly, or to be checked (待核). */
export const CERTAINTIES = ['seen', 'high', 'medium', 'unverified'] as const;

export const LAW_STATUSES = {
  'in-force': '现行有效',
  'amended-pending': '修订中',
  repealed: '已废止',
  unverified: '效力待核',
} as const;

export const LAW_KINDS = [
  '法律',
  '行政法规',
  '党内法规',
  '部门规章',
  '地方性法规',
  '司法解释',
  '规范性文件',
] as const;

export const certainty = field(z.enum(CERTAINTIES), '把握', 'seen');

/** A pointer into `laws/`: which law, which of its articles. An empty list means the law as a whole. */
export const citation = z.strictObject({
  law: field(slug, '法律（laws/ 里的文件名）', 'people-mediation-law'),
  articles: field(z.array(line(20)), '条', '["第十七条"]'),
  note: field(paragraph(200).optional(), '说明'),
});

const article = z.strictObject({
  article: field(line(20), '条', '第十七条'),
  gist: field(paragraph(300), '大意（自己的话，一句）', '当事人一方明确拒绝调解的，不得调解。'),
  certainty,
});

/** `laws/<slug>.json`: a law or document that guides rest on, with the articles they use. */
export const law = z
  .strictObject({
    name: field(line(60), '名称', '中华人民共和国人民调解法'),
    shortName: field(line(30), '简称', '人民调解法'),
    kind: field(z.enum(LAW_KINDS), '类别', '法律'),
    number: field(line(40).optional(), '文号', '乐府办函〔2018〕71号'),
    issuer: field(line(60), '制定机关', '全国人民代表大会常务委员会'),
    effective: field(date.optional(), '施行日期'),
    revised: field(paragraph(120).optional(), '修订情况', '2023年修订'),
    status: field(z.enum(Object.keys(LAW_STATUSES) as (keyof typeof LAW_STATUSES)[]), '效力', 'in-force'),
    statusNote: field(paragraph(200).optional(), '效力说明'),
    successor: field(slug.optional(), '接替的法律'),
    articles: field(z.array(article), '引用到的条'),
    source: field(line(200), '来源', '国家法律文本'),
  })
  .superRefine((value, ctx) => {
    const seen = new Set<string>();
    value.articles.forEach((one, at) => {
      if (seen.has(one.article))
        ctx.addIssue({ code: 'custom', path: ['articles', at], message: `${one.article}写了两次` });
      seen.add(one.article);
    });
    if (value.status !== 'in-force' && !value.statusNote)
      ctx.addIssue({ code: 'custom', path: ['statusNote'], message: '不是现行有效的，要写效力说明' });
  });

export type Certainty = z.infer<typeof certainty>;
export type CitationRecord = z.infer<typeof citation>;
export type LawRecord = z.infer<typeof law>;
export type LawArticle = LawRecord['articles'][number];
export type LawStatus = keyof typeof LAW_STATUSES;
