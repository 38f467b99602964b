import type { Divisions } from '../schemas/divisions.ts';
import type { OfficeRecord } from '../schemas/office.ts';
import { Refusal } from './plan.ts';

/** What is said of an office of which nobody has confirmed that it exists (design §2.2). */
const SOURCE = '一乡镇（街道）一所的建设原则，设置待核实';

/** The id of a new office: its county's name in addresses and its own. */
export const OFFICE_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

interface NewOffice {
  readonly name: string;
  /** Codes of divisions, or names of townships; by the office's own name when absent. */
  readonly serves?: string | undefined;
  readonly source?: string | undefined;
}

const withoutCounty = (name: string, county: string) =>
  name.startsWith(county) ? name.slice(county.length) : name;

function codeOf(wanted: string, { townships, name }: Divisions): string {
  if (/^(?:\d{9}|\d{12})$/.test(wanted)) return wanted;
  const found = townships.find((one) => one.name === wanted || one.slug === wanted);
  if (found) return found.code;
  const names = townships.map((one) => one.name).join('、');
  throw new Refusal([`${name}没有“${wanted}”这个乡镇、街道；可以写：${names}`]);
}

/** The record of a new office: its names, what it serves, and that its setting up is not confirmed. Throws a `Refusal`. */
export function newOfficeRecord({ name, serves, source }: NewOffice, divisions: Divisions): OfficeRecord {
  if (!name.endsWith('司法所')) throw new Refusal([`名称应以“司法所”结尾：${name}`]);
  const shortName = withoutCounty(name, divisions.name);
  const wanted = serves?.split(/[,，、;；\s]+/).filter(Boolean) ?? [shortName.replace(/司法所$/, '')];
  return {
    name,
    shortName,
    kind: 'township',
    status: { state: 'normal' },
    serves: wanted.map((one) => codeOf(one, divisions)),
    provenance: { establishment: { source: source ?? SOURCE } },
  };
}
