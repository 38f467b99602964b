/** The forms: which file each one fills, and in which order it asks. */
import type { z } from 'zod';
import { office } from '../../schemas/office.ts';
import { staff } from '../../schemas/staff.ts';
import { statistics } from '../../schemas/statistics.ts';
import { whereabouts } from '../../schemas/whereabouts.ts';

interface Section {
  readonly title: string;
  /** Said below the title. */
  readonly note?: string;
  /** Folded away: what is seldom changed. */
  readonly folded?: boolean;
  /** Fields by their path from the top, `provenance.contact`. */
  readonly fields: readonly string[];
}

export interface Form {
  readonly title: string;
  /** What it is for, on the button that opens it. */
  readonly about: string;
  readonly file: string;
  readonly schema: z.ZodType;
  readonly sections: readonly Section[];
  /** Fields that are asked for in a way of their own, not in a section. */
  readonly apart?: readonly string[];
}

const SOURCE = '写了内容，就要在“来源与核实”里写是谁提供的；核实过的，再写核实日期。';

export const FORMS = {
  whereabouts: {
    title: '去向',
    about: '今天谁在岗、谁外出，一周怎么安排',
    file: 'whereabouts.json',
    schema: whereabouts,
    apart: ['entries'],
    sections: [
      {
        title: '每周安排',
        fields: ['plan'],
        folded: true,
        note: '只在工作日有效，最多62天。某天另有安排的，那天只按单独写的算。',
      },
    ],
  },
  office: {
    title: '电话、地址、办公时间',
    about: '联系方式、地点、办公时间、是否正常办公',
    file: 'office.json',
    schema: office,
    sections: [
      { title: '电话', fields: ['phones', 'email', 'provenance.contact'], note: SOURCE },
      { title: '地点', fields: ['place', 'premises', 'provenance.place'], note: SOURCE, folded: true },
      { title: '办公时间', fields: ['hours', 'provenance.hours'], note: SOURCE, folded: true },
      { title: '是否正常办公', fields: ['status'], folded: true },
      {
        title: '办事和补充说明',
        fields: ['legalServiceStation', 'serviceNotes', 'services', 'plates', 'note'],
        folded: true,
      },
      { title: '规范化建设', fields: ['standards', 'provenance.standards'], folded: true },
      {
        title: '名称和服务区域',
        note: '由司法局核定，一般不用改。',
        folded: true,
        fields: [
          'name',
          'shortName',
          'localName',
          'kind',
          'serves',
          'sharedRule',
          'area',
          'provenance.establishment',
        ],
      },
    ],
  },
  staff: {
    title: '人员',
    about: '姓名、职务、职责、办公电话、B角、空缺岗位',
    file: 'staff.json',
    schema: staff,
    sections: [
      { title: '人员', fields: ['people'], note: '只写办公电话，不写手机号。调走的人，整条删除。' },
      { title: '空缺岗位', fields: ['vacancies'], folded: true },
      { title: '来源与核实', fields: ['provenance'], note: SOURCE },
    ],
  },
  statistics: {
    title: '月度数据',
    about: '每月的咨询、调解、宣传等数量',
    file: 'statistics.json',
    schema: statistics,
    sections: [
      {
        title: '各月',
        fields: ['months'],
        note: '只写全所全月的总数。没有统计的空着，真的是零才写0。页面上1至4写“少于5”，调解只写范围。',
      },
      { title: '来源与核实', fields: ['provenance'], note: SOURCE },
    ],
  },
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof FORMS;

export const FORM_NAMES = Object.keys(FORMS) as FormName[];

/** What the page keeps to itself: numbers that only files need. */
export const KEPT_FIELDS: ReadonlySet<string> = new Set(['people.id', 'people.photo', 'people.photoAlt']);
