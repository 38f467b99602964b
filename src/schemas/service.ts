import { z } from 'zod';
import { appointment } from './appointment.ts';
import { date, line, organisation, paragraph, slug } from './primitives.ts';
import { doubt } from './doubt.ts';
import { certainty, citation } from './law.ts';
import { limit } from './limit.ts';
import { field } from './field.ts';
import { summarised, type List } from './kind.ts';

const SERVICE_KINDS = { office: '司法所直接办', guide: '引导到其他机构' } as const;
const CHANNEL_KINDS = ['窗口', '电话', '网上', '上门', '邮寄'] as const;

const lines = (max: number) => z.array(paragraph(max)).min(1, '至少一条');

const material = z.strictObject({
  name: field(line(60), '名称', '身份证'),
  original: field(z.boolean(), '要原件', 'true'),
  copies: field(z.number().int().min(0).max(20), '复印件份数', '1'),
  pledge: field(z.boolean().optional(), '可用承诺代替', 'false'),
  required: field(z.boolean(), '必须带', 'true'),
  note: field(paragraph(200).optional(), '说明'),
  basis: field(citation.optional(), '依据'),
  certainty,
});

const channel = z.strictObject({
  kind: field(z.enum(CHANNEL_KINDS), '方式', '窗口'),
  text: field(paragraph(200), '说明', '到所在地司法所'),
});

const step = z.strictObject({
  title: field(line(20), '步骤', '申请'),
  actor: field(line(30), '谁来做', '您'),
  text: field(paragraph(300), '做什么'),
  limit: field(slug.optional(), '时限编号', 'review'),
});

const fee = z.strictObject({
  free: field(z.boolean(), '免费', 'true'),
  text: field(paragraph(300), '说明', '不收费'),
  basis: field(citation.optional(), '依据'),
});

const remedy = z.strictObject({
  text: field(paragraph(300), '怎么办'),
  basis: field(citation.optional(), '依据'),
});

const faq = z.strictObject({ q: field(line(80), '问'), a: field(paragraph(400), '答') });

/** Front matter of `services/<slug>.md`: a guide (办事指南) with every element as data (facts A4-1, C). */
export const service = z
  .strictObject({
    title: field(line(40), '事项名称', '申请法律援助'),
    order: field(z.number().int().min(1).max(99), '顺序', '3'),
    aliases: field(z.array(line(30)).min(3, '至少三个'), '平常的说法', '["打官司没钱"]'),
    summary: field(paragraph(160), '一句话', '请不起律师时，国家出钱请律师帮您。'),
    common: field(line(12).optional(), '最常办的事在最前面怎么叫', '没钱请律师'),
    kind: field(z.enum(Object.keys(SERVICE_KINDS) as (keyof typeof SERVICE_KINDS)[]), '办理方式', 'office'),
    defaultOffered: field(z.boolean(), '各所默认提供', 'true'),
    functions: field(z.array(slug), '所属职能', '["people-mediation"]'),
    audience: field(lines(200), '对象'),
    decides: field(
      z.strictObject({
        who: field(organisation.optional(), '谁作决定（机构）', '法律援助机构'),
        note: field(paragraph(300), '说明'),
      }),
      '谁作决定',
    ),
    basis: field(z.array(citation).min(1, '至少一条依据'), '依据'),
    conditions: field(lines(300), '条件'),
    notAccepted: field(z.array(paragraph(300)), '不受理的情形'),
    materials: field(z.array(material).min(1, '至少一项'), '材料'),
    channels: field(z.array(channel).min(1, '至少一种'), '渠道'),
    place: field(paragraph(300), '地点'),
    time: field(paragraph(300), '办理时间'),
    appointment: appointment.optional(),
    steps: field(z.array(step).min(2, '至少两步'), '流程'),
    limits: field(z.array(limit), '时限'),
    noLimitNote: field(paragraph(300).optional(), '没有法定时限的说明'),
    fee: field(fee, '费用'),
    result: field(lines(200), '结果'),
    consult: field(paragraph(300), '咨询'),
    supervision: field(paragraph(300), '监督投诉'),
    remedies: field(z.array(remedy).min(1, '至少一条'), '救济'),
    faqs: field(z.array(faq).min(3, '至少三问'), '常见问题'),
    related: field(z.array(slug), '相关事项'),
    elsewhere: field(paragraph(300), '本所不办时去哪里'),
    updated: field(date, '更新日期'),
    source: field(line(200), '来源'),
    ...doubt,
  })
  .superRefine((value, ctx) => {
    const ids = value.limits.map((one) => one.id);
    ids.forEach((id, at) => {
      if (ids.indexOf(id) !== at)
        ctx.addIssue({ code: 'custom', path: ['limits', at, 'id'], message: `时限编号 ${id} 写了两次` });
    });
    value.steps.forEach((one, at) => {
      if (one.limit && !ids.includes(one.limit))
        ctx.addIssue({ code: 'custom', path: ['steps', at, 'limit'], message: `时限里没有 ${one.limit}` });
    });
    if (value.limits.length === 0 && !value.noLimitNote)
      ctx.addIssue({ code: 'custom', path: ['noLimitNote'], message: '没有时限的，要说明法律没有规定' });
  });

export type ServiceRecord = z.infer<typeof service>;

export const serviceList: List<ServiceRecord> = {
  about: '带什么、要多久、去哪里',
  column: ['办事服务', '事情怎么办：条件、材料、流程、时限、费用', '办事', '材料', '流程', '时限'],
  search: '办事与问答',
  tells: summarised,
};
