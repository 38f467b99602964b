import { z } from 'zod';
import { isDate } from '../domain/dates.ts';
import { appointment } from './appointment.ts';
import { date, line, paragraph, phone, provenance, slug } from './primitives.ts';
import { anyDivisionCode, place } from './place.ts';
import { hours } from './hours.ts';
import { station } from './legal-service-station.ts';
import { standards } from './standards.ts';
import { language } from './versions.ts';
import { asking, choice, field } from './field.ts';

/** What a telephone is for. */
export const PHONE_USES = {
  consult: '咨询电话',
  duty: '值班电话',
  supervision: '监督电话',
  fax: '传真',
} as const;

export const phoneEntry = z.strictObject({
  number: phone,
  use: field(choice(PHONE_USES), '用途', 'consult'),
  note: field(line(60).optional(), '说明', '工作日接听'),
});

/** Whether an office serves its public today. */
export const OFFICE_STATES = { normal: '正常办公', limited: '服务受限', closed: '已关闭' } as const;

export const OFFICE_KINDS = { township: '乡镇（街道）司法所', area: '片区司法所' } as const;

/** Whose the rooms are. */
export const PREMISES = { own: '自有', shared: '与其他单位合用', none: '没有' } as const;

const officeId = asking(line(80), { asks: 'office' });

/** Whether people can come today: limited and closed carry a text; limited an end, closed a successor (anchors A). */
const status = field(
  asking(
    z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('normal') }),
      z.strictObject({
        state: z.literal('limited'),
        text: field(paragraph(200), '说明', '装修期间只接待预约'),
        from: field(date, '起始日'),
        until: field(date, '截止日'),
      }),
      z.strictObject({
        state: z.literal('closed'),
        text: field(paragraph(200), '说明', '已并入示例乙司法所'),
        since: field(date, '关闭日期'),
        successor: field(officeId.optional(), '接替的司法所', 'shili/jiazhen'),
      }),
    ]),
    { choices: OFFICE_STATES },
  ),
  '状态',
  '{ "state": "normal" }',
);

/** False also where one of the days is none: that is told on its own. */
const endsBeforeStart = ({ from, until }: { readonly from: string; readonly until: string }) =>
  isDate(from) && isDate(until) && until < from;

/** An area office (片区司法所): its members keep their own pages; some matters are its own (seed 二（四）5). */
const area = field(
  z.strictObject({
    name: field(line(40), '片区名称', '示例南部片区'),
    members: field(z.array(officeId).min(1, '至少一个成员所'), '成员所', '["shili/jiazhen"]'),
    matters: field(
      z.array(asking(slug, { asks: 'matter' })).min(1, '至少一项'),
      '承担的业务',
      '["community-correction"]',
    ),
    note: field(paragraph(300).optional(), '说明', '成员所照常接待咨询'),
  }),
  '片区',
);

const provenances = field(
  z.strictObject({
    establishment: field(provenance, '设置'),
    contact: field(provenance.optional(), '联系方式'),
    hours: field(provenance.optional(), '办公时间'),
    place: field(provenance.optional(), '地点'),
    standards: field(provenance.optional(), '规范化建设'),
  }),
  '来源与核实',
);

const serviceSlug = asking(slug, { asks: 'service' });

/** Where an office differs from the city's guide; the page shows the city's text and this beside it. */
const serviceNote = z
  .strictObject({
    service: field(serviceSlug, '办事指南', 'legal-aid'),
    place: field(line(120).optional(), '地点', '镇便民服务中心2号窗口'),
    time: field(line(80).optional(), '时间', '每周一、周四'),
    phone: field(phone.optional(), '电话', '0800-2123456'),
    appointment: appointment.optional(),
    note: field(paragraph(200).optional(), '说明', '赶场日可以直接登记'),
  })
  .refine((value) => Object.keys(value).length > 1, '只写了事项，没有写哪里不同');

/** `offices/<county>/<office>/office.json`. What is unknown is absent; nothing is filled in (design §2.1). */
export const office = z
  .strictObject({
    name: field(line(40), '名称', '示例县示例镇司法所'),
    shortName: field(line(20), '简称', '示例镇司法所'),
    localName: field(
      z
        .strictObject({
          text: field(line(60), '文字'),
          lang: language,
          source: field(line(120), '来源'),
        })
        .optional(),
      '民族文字名称',
    ),
    kind: field(choice(OFFICE_KINDS), '类型', 'township'),
    status,
    serves: field(z.array(anyDivisionCode), '服务区域', '["990101101"]'),
    sharedRule: field(paragraph(200).optional(), '共同服务的规则', '按户籍所在村民小组划分'),
    area: area.optional(),
    premises: field(choice(PREMISES).optional(), '业务用房', 'own'),
    place: place.optional(),
    phones: field(z.array(phoneEntry).max(8, '最多 8 个号码').optional(), '电话'),
    email: field(z.email('不是邮箱地址').optional(), '电子邮箱', 'sfs@example.gov.cn'),
    hours: hours.optional(),
    plates: field(z.array(line(60)).optional(), '加挂牌子', '["公共法律服务工作站"]'),
    services: field(z.array(serviceSlug).optional(), '提供的服务（不写则为全部）', '["people-mediation"]'),
    legalServiceStation: station.optional(),
    serviceNotes: field(z.array(serviceNote).optional(), '本所办事的不同之处'),
    standards: standards.optional(),
    provenance: provenances,
    note: field(paragraph(300).optional(), '补充说明'),
  })
  .superRefine((value, ctx) => {
    const add = (path: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: path.split('.'), message });
    if (value.kind === 'area' && !value.area) add('area', '片区司法所要写片区（area）');
    if (!value.serves.length && value.status.state !== 'closed')
      add('serves', '至少写一个区划代码（只有已关闭的司法所可以不写）');
    if (value.kind === 'township' && value.area) add('area', '只有片区司法所（kind 为 area）可以写片区');
    if (value.status.state === 'limited' && endsBeforeStart(value.status))
      add('status.until', '截止日早于起始日：写同一天或以后');
    if (value.phones?.length && !value.provenance.contact)
      add('provenance.contact', '写了电话，就要写联系方式的来源');
    if (value.hours && !value.provenance.hours) add('provenance.hours', '写了办公时间，就要写它的来源');
    if (value.place?.address && !value.provenance.place)
      add('provenance.place', '写了地址，就要写地点的来源');
  });

export type OfficeRecord = z.infer<typeof office>;
export type ServiceNote = z.infer<typeof serviceNote>;
export type PhoneEntry = z.infer<typeof phoneEntry>;
