import { z } from 'zod';
import { line, paragraph, phone, provenance } from './primitives.ts';
import { field } from './field.ts';

/** The public legal service station (公共法律服务站) at an office: what it offers here, as the bureau or office says. */
export const station = field(
  z.strictObject({
    offers: field(z.array(line(60)).min(1, '至少写一项'), '提供什么', '["法律咨询","法律援助初审"]'),
    place: field(line(120).optional(), '地点', '镇便民服务中心3号窗口'),
    time: field(line(80).optional(), '时间', '工作日'),
    phone: field(phone.optional(), '电话', '0800-2123456'),
    note: field(paragraph(200).optional(), '说明', '律师每月第一个周三到站'),
    provenance: field(provenance, '来源与核实'),
  }),
  '公共法律服务站',
);
