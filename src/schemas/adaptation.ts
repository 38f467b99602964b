import { z } from 'zod';
import { text } from './text.ts';
import { date, line } from './primitives.ts';
import { doubt } from './doubt.ts';
import { field } from './field.ts';
import { attachments } from './attachments.ts';
import { versions } from './versions.ts';
import { service } from './service.ts';

const shape = service.shape;

/** The elements of a guide that a place may give in its own words; each as a whole. */
const elements = {
  audience: shape.audience.optional(),
  conditions: shape.conditions.optional(),
  notAccepted: shape.notAccepted.optional(),
  materials: shape.materials.optional(),
  channels: shape.channels.optional(),
  place: shape.place.optional(),
  time: shape.time.optional(),
  appointment: shape.appointment,
  steps: shape.steps.optional(),
  limits: shape.limits.optional(),
  noLimitNote: shape.noLimitNote,
  fee: shape.fee.optional(),
  result: shape.result.optional(),
  consult: shape.consult.optional(),
  supervision: shape.supervision.optional(),
  remedies: shape.remedies.optional(),
  faqs: shape.faqs.optional(),
  elsewhere: shape.elsewhere.optional(),
  confirm: doubt.confirm,
};

export type GuideElement = keyof typeof elements;

/** What readers call the elements. */
export const ELEMENTS: Readonly<Record<GuideElement, string>> = {
  audience: '谁可以办',
  conditions: '条件',
  notAccepted: '不能办的情况',
  materials: '材料',
  channels: '渠道',
  place: '地点',
  time: '办理时间',
  appointment: '预约',
  steps: '流程',
  limits: '时限',
  noLimitNote: '时限的说明',
  fee: '费用',
  result: '结果',
  consult: '咨询',
  supervision: '监督投诉',
  remedies: '救济',
  faqs: '常见问题',
  elsewhere: '本所不办时去哪里',
  confirm: '要问清楚的',
};

export const ELEMENT_NAMES = Object.keys(ELEMENTS) as GuideElement[];

/** Which text of which guide: `legal-aid@2026-11-22`, the date being that of the text above. */
const adapts = field(
  text().regex(/^[a-z][a-z0-9-]*@\d{4}-\d{2}-\d{2}$/, '写成 指南@日期'),
  '改的是哪份指南的哪个版本',
  'legal-aid@2026-11-22',
);

/**
 * Front matter of an adaptation: what a province, city, county or office says otherwise than the text above it, element
 * by element, with what stood above when it was written.
 */
export const adaptation = z
  .strictObject({
    adapts,
    level: field(z.enum(['province', 'city']).optional(), '哪一级（只在 services/ 里写，不写是市）', 'province'),
    updated: field(date, '更新日期'),
    looked: doubt.looked,
    source: field(line(80), '来源', '示例县司法局'),
    versions,
    attachments,
    ...elements,
    above: field(z.strictObject(elements), '写的时候上面的原文'),
  })
  .superRefine((value, ctx) => {
    const given = ELEMENT_NAMES.filter((name) => value[name] !== undefined);
    if (given.length === 0 && !value.versions && !value.attachments)
      ctx.addIssue({ code: 'custom', message: '一个要素也没有改，也没有其他文字的版本、录音和附件：删掉这个文件，或写出不同的要素' });
    for (const name of ELEMENT_NAMES)
      if (value[name] === undefined && value.above[name] !== undefined)
        ctx.addIssue({ code: 'custom', path: ['above', name], message: '没有改这个要素，不用写它上面的原文' });
  });

export type AdaptationRecord = z.infer<typeof adaptation>;
