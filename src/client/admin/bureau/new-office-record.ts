import { newOfficeRecord } from '../../../reorganise/office-record.ts';
import { Refusal } from '../../../reorganise/plan.ts';
import type { Divisions } from '../../../schemas/divisions.ts';
import type { OfficeRecord } from '../../../schemas/office.ts';
import type { AdminData } from '../../../views/admin.ts';

export interface Wanted {
  /** `qianwei/luocheng` */
  readonly id: string;
  readonly name: string;
  /** The code of what it serves. */
  readonly serves: string;
  readonly source: string;
}

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** The record of a new office; why it cannot be made in place of it, all reasons at once. */
export function officeRecordFor(
  { id, name, serves, source }: Wanted,
  divisions: Divisions,
  { counties }: AdminData,
): OfficeRecord | string[] {
  const taken = counties.flatMap(({ offices }) => offices).find((one) => one.id === id);
  const faults = [
    ...(serves ? [] : ['没有选服务的乡镇、街道']),
    ...(ID.test(id) ? [] : ['网址用的拼音：只用小写字母、数字和连字符，例如 luocheng']),
    ...(taken ? [`${id} 已经有了：${taken.name}。换一个拼音`] : []),
  ];
  try {
    const record = newOfficeRecord({ name, serves, ...(source && { source }) }, divisions);
    return faults.length > 0 ? faults : record;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [...faults, ...error.reasons];
  }
}
