import { z } from 'zod';
import { date, line, organisation, paragraph, slug } from './primitives.ts';
import { doubt } from './doubt.ts';
import { citation } from './law.ts';
import { field } from './field.ts';
import { summarised, type List } from './kind.ts';

/** What a judicial office is in a matter: it never decides (facts B2). */
const OFFICE_ROLES = ['指导', '受理转交', '受委托承担', '协助', '组织实施'] as const;

/** Front matter of `functions/<slug>.md`: one line of work of every office. */
export const functionPage = z.strictObject({
  title: field(line(30), '名称', '指导人民调解'),
  order: field(z.number().int().min(1).max(99), '顺序', '1'),
  summary: field(paragraph(120), '一句话（写给居民）', '邻里、家庭闹矛盾，帮您找到调解员。'),
  since: field(
    z.strictObject({
      kind: field(z.enum(['seed', 'later']), '2018年方案所列，还是以后增加', 'seed'),
      label: field(line(80), '出处', '2022年8月《关于进一步加强市县法治建设的意见》以后'),
    }).optional(),
    '来历（本地文件列明的不写，由文件的 bearsOn 带来）',
  ),
  decides: field(
    z.strictObject({
      who: field(organisation, '谁作决定（机构）', '人民调解委员会'),
      officeRole: field(z.enum(OFFICE_ROLES), '司法所做什么', '指导'),
      text: field(paragraph(200), '说明', '调解由人民调解委员会主持，司法所负责指导。'),
    }),
    '谁作决定',
  ),
  meaning: field(z.array(paragraph(200)).min(1, '至少一条'), '对您意味着什么'),
  services: field(z.array(slug), '相关服务', '["people-mediation"]'),
  basis: field(z.array(citation).min(1, '至少一条依据'), '依据'),
  updated: field(date.optional(), '更新日期'),
  ...doubt,
});

export type FunctionRecord = z.infer<typeof functionPage>;

export const functionList: List<FunctionRecord> = {
  about: '司法所做哪些工作',
  column: ['机构职能', '司法所管什么、谁作决定', '职能', '职责'],
  search: '办事与问答',
  tells: summarised,
};
