/** The office that a row means: by its hidden number, else by the name that people use. */
import { bare } from './cell-text.ts';
import type { Finding, OfficeFiles } from './model.ts';
import type { KnownTable, TableRow } from './read-tables.ts';
import { recordsOf } from './import-office.ts';

interface Named {
  readonly office: OfficeFiles;
  readonly county: string;
  readonly names: readonly string[];
}

const short = (name: string) => name.replace(/司法所$/, '');

function namesOf(office: OfficeFiles): Named {
  const { office: record } = recordsOf(office);
  const own = [record?.['name'], record?.['shortName']].filter((name) => typeof name === 'string').map(bare);
  const county = bare(office.county);
  const names = own.flatMap((name) =>
    name.startsWith(county) ? [name, name.slice(county.length)] : [name, county + name],
  );
  return { office, county, names: [...names, ...names.map(short)] };
}

export type FindOffice = <T extends KnownTable>(
  row: TableRow<T>,
) => { office: OfficeFiles } | { fault: Finding };

/** Finds offices among those given; a row that names none means the only one there is. */
export function officeFinder(offices: readonly OfficeFiles[], fallback?: string): FindOffice {
  const named = offices.map(namesOf);
  return ({ place, special }) => {
    const fault = (message: string): { fault: Finding } => ({
      fault: { ...place, severity: 'error', message },
    });
    const wanted = special.officeId || (special.office === '' ? (fallback ?? '') : '');
    const byId = offices.find(({ id }) => id === wanted);
    if (byId) return { office: byId };
    const only = offices.length === 1 ? offices[0] : undefined;
    if (special.office === '') return only ? { office: only } : fault('没有写是哪个司法所');
    const name = bare(special.office);
    const county = bare(special.county);
    const found = named.filter(
      (one) =>
        one.names.includes(name) && (county === '' || one.county.startsWith(county.replace(/[县市区]$/, ''))),
    );
    const [first] = found;
    if (found.length === 1 && first) return { office: first.office };
    return fault(
      found.length > 1
        ? `有 ${found.length} 个所叫“${special.office}”，请写全称，例如 ${first?.names[0] ?? ''}`
        : `没有“${special.office}”这个司法所，请从下拉中选`,
    );
  };
}
