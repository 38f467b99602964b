/** The records that a workbook carries, with their schemas: these alone, so that a browser need not fetch all of them. */
import { office } from '../schemas/office.ts';
import { staff } from '../schemas/staff.ts';
import { statistics } from '../schemas/statistics.ts';
import { whereabouts } from '../schemas/whereabouts.ts';

export const RECORDS = {
  office: { title: '司法所', schema: office },
  staff: { title: '人员', schema: staff },
  statistics: { title: '月度数据', schema: statistics },
  whereabouts: { title: '去向', schema: whereabouts },
} as const;
