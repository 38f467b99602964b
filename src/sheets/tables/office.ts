/** The sheets with one row for each office. */
import { z } from 'zod';
import { ROOMS } from '../../schemas/standards.ts';
import { code, list, words } from '../codecs.ts';
import { date, digits, sessions } from '../codecs-time.ts';
import { column, columnsBelow, recordField, schemaOf, type ColumnWords, type Table } from '../columns.ts';
import type { Codec } from '../codecs.ts';
import { officeTable } from '../table-kinds.ts';
import { calendars, premises, states } from './labels.ts';

const of = (key: string, codec: Codec, more?: ColumnWords) => column(recordField, key, codec, more);

/** A column of the office's state that only one of the states has. */
const ofState = (state: string, field: string, codec: Codec, more: ColumnWords) =>
  of(`office.status.${field}`, codec, {
    ...more,
    schema: schemaOf(['office', 'status', field], { status: { state } }),
  });

export const officeSheet: Table = officeTable({
  name: '司法所',
  title: '司法所基本情况：每个所一行。不知道的空着，网站上显示“待公开”。',
  columns: [
    ...columnsBelow('office.place', {
      address: { also: ['办公地址', '详细地址', '所址'], width: 30 },
      postcode: { codec: code, also: ['邮编'], width: 10 },
      landmark: { also: ['标志', '附近标志物'], width: 24 },
      transport: { also: ['交通', '乘车路线', '公交'], width: 26 },
      parking: { also: ['停车', '停车场'], width: 26 },
      point: null,
      'access.languages': { width: 18 },
      'access.note': { title: '无障碍说明', width: 22 },
    }),
    of('office.premises', premises),
    of('office.email', code, { also: ['邮箱', '电子邮件'], width: 22 }),
    of('office.plates', list, { also: ['挂牌', '加挂牌'], width: 26, note: '几块牌子用顿号隔开' }),
    ...columnsBelow('office.legalServiceStation', {
      offers: { title: '公共法律服务站提供什么', width: 26, note: '几项用顿号隔开' },
      place: { title: '公共法律服务站地点', width: 22 },
      time: { title: '公共法律服务站时间', width: 18 },
      phone: { title: '公共法律服务站电话', width: 16 },
      note: { title: '公共法律服务站说明', width: 22 },
      provenance: null,
    }),
    of('office.note', words, { also: ['补充'], width: 24 }),
    of('office.status.state', states, {
      title: '状态',
      schema: z.enum(['normal', 'limited', 'closed']),
      note: '服务受限要写状态说明和起止日期；已关闭要写说明和关闭日期',
    }),
    ofState('limited', 'text', words, { title: '状态说明', width: 24 }),
    ofState('limited', 'from', date, { title: '状态起始日' }),
    ofState('limited', 'until', date, { title: '状态截止日' }),
    ofState('closed', 'since', date, { title: '关闭日期' }),
    ofState('closed', 'successor', code, { title: '接替的司法所', note: '写拼音编号' }),
  ],
  example: {
    office: {
      place: {
        address: '示例镇公示路18号',
        postcode: '600000',
        landmark: '镇政府大院内',
        access: { stepFree: true },
      },
      premises: 'own',
      status: { state: 'normal' },
    },
  },
});

const SOURCE = { width: 24, note: '谁提供的，例如：示例县司法局提供' };

const provenance = (path: string, title: string) => [
  of(`${path}.source`, words, { title: `${title}来源`, ...SOURCE }),
  of(`${path}.verifiedOn`, date, { title: `${title}核实日期`, note: '最近一次核对无误的日期' }),
];

export const sourcesSheet: Table = officeTable({
  name: '来源与核实',
  title: '写了电话、办公时间、地址、人员，就要写来源。核实过的再写核实日期，过期会标“待核实”。',
  columns: [
    ...provenance('office.provenance.establishment', '设置'),
    ...provenance('office.provenance.contact', '联系方式'),
    ...provenance('office.provenance.hours', '办公时间'),
    ...provenance('office.provenance.place', '地点'),
    ...provenance('office.provenance.standards', '规范化'),
    ...provenance('office.legalServiceStation.provenance', '公共法律服务站'),
    ...provenance('staff.provenance', '人员'),
    ...provenance('statistics.provenance', '工作量'),
  ],
  example: {
    office: {
      provenance: {
        contact: { source: '示例县司法局提供', verifiedOn: '2026-11-22' },
        hours: { source: '示例县司法局提供', verifiedOn: '2026-11-22' },
      },
    },
  },
});

const hours = (field: string, codec: Codec, more?: ColumnWords) => of(`office.hours.${field}`, codec, more);

export const dutySheet: Table = officeTable({
  name: '值班与赶场',
  title: '值班说明和赶场日：每个所一行。办公时间写在「办公时间」表。',
  columns: [
    hours('duty', words, { title: '值班说明', also: ['值班'], width: 28 }),
    hours('note', words, { title: '办公时间说明', width: 28 }),
    hours('marketDays.calendar', calendars, { title: '赶场历法' }),
    hours('marketDays.digits', digits, { title: '赶场逢几', also: ['逢几', '赶场日'], note: '日期的尾数' }),
    hours('marketDays.sessions', sessions, { title: '赶场办公时段', width: 20 }),
    hours('marketDays.note', words, { title: '赶场说明', width: 22 }),
  ],
  example: {
    office: {
      hours: {
        duty: '节假日有事请拨值班电话',
        marketDays: { calendar: 'lunar', digits: [1, 4, 7], sessions: ['08:00-11:00'] },
      },
    },
  },
});

export const standardsSheet: Table = officeTable({
  name: '规范化建设',
  title: '规范化建设情况：每个所一行。没有统计的空着，不要估计。',
  columns: [
    ...columnsBelow('office.standards', {
      premisesAreaM2: { also: ['面积', '用房面积'], width: 16 },
      rooms: { width: 26, note: `可以写：${ROOMS.join('、')}` },
      'signage.compliant': { title: '外观标识符合规范', width: 16 },
      'signage.checkedOn': { title: '外观标识核查日期', width: 16 },
      'training.year': { title: '培训年度' },
      'training.days': { title: '培训累计天数' },
      'training.hours': { title: '培训累计学时' },
    }),
  ],
  example: {
    office: {
      standards: {
        registered: true,
        premisesAreaM2: 126,
        independentUse: true,
        rooms: ['人民调解', '社区矫正'],
      },
    },
  },
});
