/** Where the columns of a county's own list go: what their headings are called, and which rows of our sheets they become. */
import { isFiller } from '../../domain/fillers.ts';
import { toHalfWidth } from '../../domain/phones.ts';
import type { Table } from '../columns.ts';
import { readProseHours } from '../prose-hours.ts';
import { hoursSheet } from '../tables/hours.ts';
import { peopleSheet, phonesSheet } from '../tables/lists.ts';
import { officeSheet } from '../tables/office.ts';

/** A row of one of our sheets, as cells by the keys of its columns. */
export interface Piece {
  readonly table: Table;
  readonly cells: Readonly<Record<string, string>>;
}

/** What a cell says, or why it is left out. */
interface Said {
  readonly pieces: readonly Piece[];
  readonly left?: string;
}

export interface Spot {
  /** What it is called where somebody chooses it. */
  readonly title: string;
  readonly headings: readonly string[];
  /** False for what is published only when somebody says so. */
  readonly usual: boolean;
  /** The group of facts that needs a source: `office.provenance.contact`. */
  readonly group?: string;
  readonly read: (text: string) => Said;
}

const officeCell =
  (key: string) =>
  (text: string): Said => ({
    pieces: [{ table: officeSheet, cells: { [key]: text } }],
  });

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

/** Each number in a cell; a mobile is nobody's business. */
const numbers =
  (use: string) =>
  (text: string): Said => {
    const parts = toHalfWidth(text)
      .split(/[、,;\/\n]|\s{2,}|(?<=\d{7})\s+(?=0?\d{3})/)
      .map((part) => part.trim())
      .filter((part) => part !== '' && !isFiller(part));
    const mobile = parts.some((part) => MOBILE.test(part.replace(/[\s-]/g, '')));
    const kept = parts.filter((part) => !MOBILE.test(part.replace(/[\s-]/g, '')));
    return {
      pieces: kept.map((number) => ({ table: phonesSheet, cells: { number, use } })),
      ...(mobile && { left: '有手机号，不公开，没有导入；请问办公室的固定电话' }),
    };
  };

const readHours = (text: string): Said => {
  const rows = readProseHours(text);
  return rows
    ? { pieces: rows.map((cells) => ({ table: hoursSheet, cells: { ...cells } })) }
    : { pieces: [], left: '看不懂，没有导入；例如写 工作日9:00-12:00，14:00-18:00' };
};

const head = (text: string): Said => ({
  pieces: [
    {
      table: peopleSheet,
      cells: { name: text.replace(/\s/g, ''), post: '负责人', role: '负责人', duties: '负责本所全面工作' },
    },
  ],
});

const CONTACT = 'office.provenance.contact';

export const SPOTS: readonly Spot[] = [
  {
    title: '地址',
    headings: [
      '地址',
      '办公地址',
      '详细地址',
      '所址',
      '司法所地址',
      '办公地点',
      '地点',
      '单位地址',
      '办公场所',
    ],
    usual: true,
    group: 'office.provenance.place',
    read: officeCell('office.place.address'),
  },
  {
    title: '邮政编码',
    headings: ['邮政编码', '邮编'],
    usual: true,
    read: officeCell('office.place.postcode'),
  },
  {
    title: '电子邮箱',
    headings: ['电子邮箱', '邮箱', '电子邮件'],
    usual: true,
    read: officeCell('office.email'),
  },
  {
    title: '咨询电话',
    headings: [
      '联系电话',
      '电话',
      '电话号码',
      '办公电话',
      '固定电话',
      '座机',
      '座机号码',
      '咨询电话',
      '联系方式',
      '办公室电话',
      '对外电话',
    ],
    usual: true,
    group: CONTACT,
    read: numbers('咨询电话'),
  },
  { title: '值班电话', headings: ['值班电话'], usual: true, group: CONTACT, read: numbers('值班电话') },
  {
    title: '监督电话',
    headings: ['监督电话', '投诉电话', '监督投诉电话'],
    usual: true,
    group: CONTACT,
    read: numbers('监督电话'),
  },
  {
    title: '传真',
    headings: ['传真', '传真电话', '传真号码'],
    usual: true,
    group: CONTACT,
    read: numbers('传真'),
  },
  {
    title: '办公时间',
    headings: ['办公时间', '工作时间', '上班时间', '服务时间', '对外办公时间', '对外服务时间'],
    usual: true,
    group: 'office.provenance.hours',
    read: readHours,
  },
  {
    title: '人员（负责人）',
    headings: ['负责人', '所长', '负责人姓名', '所长姓名', '司法所负责人', '司法所长'],
    usual: false,
    group: 'staff.provenance',
    read: head,
  },
  {
    title: '补充说明（公开）',
    headings: ['备注', '说明', '补充说明', '其他'],
    usual: false,
    read: officeCell('office.note'),
  },
];
