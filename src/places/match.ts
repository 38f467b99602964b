import type { Catalogue, Office } from '../catalogue/types.ts';
import type { PlaceRow } from './rows.ts';

/** The office that a row means, or why that cannot be said. */
type Match = { readonly office: Office } | { readonly fault: string };

const plain = (text: string) => text.replace(/[\s\u3000]/g, '');
const named = (offices: readonly Office[]) => offices.map(({ record }) => record.name).join('、');

/** Every name of an office: its own, and those of the townships it serves. Former names are other places. */
function namesOf({ record, county, townships }: Office): string[] {
  const own = [record.name, record.shortName, record.shortName.replace(/司法所$/, '')];
  return [...own, ...townships.map((one) => one.record.name)].flatMap((name) => [
    name,
    `${county.record.name}${name}`,
    `${county.record.shortName}${name}`,
  ]);
}

const isIn = ({ county }: Office, name: string) =>
  name === '' ||
  name === county.record.name ||
  name === county.record.shortName ||
  name === county.record.code;

const byCode = (offices: readonly Office[], code: string) =>
  offices.filter(
    ({ record, townships }) =>
      record.serves.includes(code) || townships.some((one) => one.record.code === code),
  );

const byName = (offices: readonly Office[], name: string, county: string) =>
  offices.filter((office) => isIn(office, county) && namesOf(office).includes(name));

function only(found: readonly Office[], what: string): Match {
  const [office] = found;
  if (!office) return { fault: `没有找到${what}的司法所` };
  if (found.length > 1)
    return { fault: `${what}有 ${found.length} 个司法所：${named(found)}，请写区划代码或县名` };
  return { office };
}

/** Matches by code, else by name within the county that is given; both must mean the same office. */
export function matchOffice(row: PlaceRow, { offices }: Catalogue): Match {
  const open = offices.filter(({ record }) => record.status.state !== 'closed');
  const [code, name, county] = [plain(row.code), plain(row.name), plain(row.county)];
  if (code === '' && name === '') return { fault: '没有写区划代码，也没有写名称' };
  if (code === '') return only(byName(open, name, county), `“${county}${name}”`);
  const match = only(byCode(open, code), `区划代码 ${code} `);
  if ('fault' in match || name === '') return match;
  const agrees = byName([match.office], name, county).length > 0;
  return agrees
    ? match
    : { fault: `区划代码 ${code} 是${match.office.record.name}，与名称“${county}${name}”对不上` };
}
