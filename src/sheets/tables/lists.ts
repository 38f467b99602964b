/** The sheets of lists: telephones, people, vacancies, months, guides' differences. */
import { FIGURES } from '../../schemas/statistics.ts';
import { code, list, number, person, personName, phone, words, yesNo } from '../codecs.ts';
import { date, month } from '../codecs-time.ts';
import { column, elementOf, type ColumnWords, type Table } from '../columns.ts';
import type { Codec } from '../codecs.ts';
import { listTable } from '../table-kinds.ts';
import { appointmentNeeds, phoneUses, roles } from './labels.ts';

const columnsOf = (at: string) => (key: string, codec: Codec, more?: ColumnWords) =>
  column(elementOf(at), key, codec, more);

const phones = columnsOf('office.phones');

export const phonesSheet: Table = listTable('office.phones', {
  name: '电话',
  title: '对外公开的电话：一个号码一行，用途从下拉中选。不写手机号。',
  columns: [
    phones('number', phone, {
      also: ['联系电话', '号码', '电话号码', '办公电话', '固定电话', '座机'],
      width: 18,
      note: '区号、横线、号码',
    }),
    phones('use', phoneUses, { also: ['类别', '类型', '电话用途'] }),
    phones('note', words, { also: ['备注'], width: 24 }),
  ],
  keys: ['number', 'use'],
  match: ['number'],
  example: { number: '0833-0123456', use: 'consult', note: '工作日接听' },
});

const people = columnsOf('staff.people');

export const peopleSheet: Table = listTable('staff.people', {
  name: '人员',
  title: '工作人员：一人一行。只写工作信息，不写手机号、身份证号、住址。调走的人在“操作”一栏选“删除”。',
  columns: [
    people('name', personName, { also: ['名字', '人员'], width: 12 }),
    people('post', words, { also: ['职务职级', '职位', '岗位名称'] }),
    people('role', roles, { also: ['岗位类别', '类别'] }),
    people('duties', list, { also: ['工作职责', '分工', '岗位职责'], width: 36, note: '几项职责用顿号隔开' }),
    people('phone', phone, { also: ['电话', '联系电话', '座机', '固定电话', '办公室电话'], width: 16 }),
    people('partTime', yesNo, { also: ['是否兼职'], width: 8 }),
    people('deputy', person, {
      title: 'B角',
      also: ['B角姓名', '接办人'],
      width: 12,
      note: '本所另一位人员的姓名',
    }),
    people('photo', code, { title: '工作照', also: ['照片'], note: 'photos 文件夹里的文件名', width: 16 }),
    people('photoAlt', words, { title: '照片说明', width: 20 }),
  ],
  keys: ['id'],
  match: ['name'],
  example: {
    id: 'shili-jia',
    name: '示例甲',
    post: '所长',
    role: 'head',
    duties: ['主持全面工作', '合法性审核'],
    phone: '0833-0123456',
  },
});

const vacancies = columnsOf('staff.vacancies');

export const vacanciesSheet: Table = listTable('staff.vacancies', {
  name: '空缺岗位',
  title: '空缺的岗位：一个一行。补上以后在“操作”一栏选“删除”。',
  columns: [
    vacancies('post', words, { also: ['岗位', '空缺职务'] }),
    vacancies('since', date, { also: ['空缺日期', '空缺起'] }),
    vacancies('until', date, { also: ['预计到岗日期'] }),
    vacancies('acting', person, { also: ['代理人', '暂代'], note: '本所一位人员的姓名' }),
  ],
  keys: ['post', 'since'],
  match: ['post'],
  example: { post: '司法助理员', since: '2026-10-01', until: '2027-03-01' },
});

const months = columnsOf('statistics.months');
const figures = Object.keys(FIGURES) as (keyof typeof FIGURES)[];

export const figuresSheet: Table = listTable('statistics.months', {
  name: '每月工作量',
  title: '每月工作量：一个月一行，只写全所全月的总数。没有统计的空着，真的是零才写 0。',
  columns: [
    months('month', month, { also: ['年月', '统计月份'], width: 12 }),
    ...figures.map((key) => months(key, number, { width: 14 })),
  ],
  keys: ['month'],
  match: ['month'],
  figures,
  sortBy: 'month',
  example: { month: '2026-10', consultations: 32, mediations: 9, mediationsSettled: 7 },
});

const notes = columnsOf('office.serviceNotes');

export const serviceNotesSheet: Table = listTable('office.serviceNotes', {
  name: '办事的不同之处',
  title: '本所办事和全市指南不同的地方：一项一行。没有不同就不填。',
  columns: [
    notes('service', code, { title: '办事指南编号', also: ['办事指南'], note: '指南网址里的拼音' }),
    notes('place', words, { width: 24 }),
    notes('time', words, { width: 18 }),
    notes('phone', phone, { also: ['联系电话'], width: 16 }),
    notes('appointment.need', appointmentNeeds, { title: '预约', also: ['要不要预约'], width: 12 }),
    notes('appointment.how', words, { title: '怎么约', width: 20 }),
    notes('appointment.ahead', words, { title: '提前多久约', width: 14 }),
    notes('note', words, { width: 28 }),
  ],
  keys: ['service'],
  match: ['service'],
  example: { service: 'legal-aid', place: '镇便民服务中心2号窗口', time: '工作日上午' },
});
