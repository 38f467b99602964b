/** The office that a row means: by its hidden number, else by a name that people use, which they also see. */
import { bare } from './cell-text.ts';
import type { SheetFinding, OfficeRecords } from './model.ts';
import type { KnownTable } from './headings.ts';
import type { TableRow } from './read-tables.ts';
import { recordsOf } from './import-office.ts';
import { nameStem } from './register/office-names.ts';

interface Named {
  readonly office: OfficeRecords;
  readonly name: string;
  readonly county: string;
  readonly names: readonly string[];
  readonly stem: string;
}

const short = (name: string) => name.replace(/司法所$/, '');

function namesOf(office: OfficeRecords): Named {
  const { office: record } = recordsOf(office);
  const given = [record?.['name'], record?.['shortName']].filter((name) => typeof name === 'string');
  const county = bare(office.county);
  const names = given
    .map(bare)
    .flatMap((name) => (name.startsWith(county) ? [name, name.slice(county.length)] : [name, county + name]));
  const [own = office.id] = given;
  const name = bare(own).startsWith(county) ? own : office.county + own;
  return { office, name, county, names: [...names, ...names.map(short)], stem: nameStem(name, county) };
}

/** An office, and what it is called where the row called it otherwise: to be approved. */
interface FoundOffice {
  readonly office: OfficeRecords;
  readonly guessed?: string;
  /** The hidden numbers are another office's: the row was copied from there. */
  readonly copied?: boolean;
}

export type FindOffice = <T extends KnownTable>(
  row: TableRow<T>,
) => FoundOffice | { readonly fault: SheetFinding };

const isIn = (county: string) => (one: Named) =>
  county === '' || one.county.startsWith(county.replace(/(?:自治县|[县市区])$/, ''));

/** The offices that a name may mean: those that bear it, else those of which all but common words is the same. */
function meant(named: readonly Named[], written: string, county: string, title: string) {
  const exact = named.filter((one) => one.names.includes(bare(written)) && isIn(county)(one));
  const likely = named.filter(
    (one) => isIn(county)(one) && one.stem !== '' && one.stem === nameStem(written, one.county),
  );
  const found = exact.length > 0 ? exact : likely;
  // Of several, those of the county that the list itself or its title names.
  const near = found.filter(({ county: own }) => bare(written).startsWith(own) || title.includes(own));
  return { guessed: exact.length === 0, found: found.length > 1 && near.length > 0 ? near : found };
}

/** Whether a row with the hidden number of an office may mean it: it names none, or names it as people do. */
const isCalled = ({ names, stem, county }: Named, written: string) =>
  bare(written) === '' ||
  names.includes(bare(written)) ||
  (stem !== '' && stem === nameStem(written, county));

/** Why a row is nobody's: its hidden number is of one office, its name of another. */
const twoNames = ({ name }: Named, written: string) =>
  `隐藏的编号是“${name}”的，“司法所”一栏写的是“${written}”，没有导入。是${name}的，这一栏改成“${name}”；是“${written}”的，从这张表里删掉这一行，填到“${written}”自己的表格里`;

const UNNAMED = '没有写是哪个司法所，请在“司法所”一栏写上名称';

/** Finds offices among those given; a row that names none means the only one there is. `title` stands above a list. */
export function officeFinder(
  offices: readonly OfficeRecords[],
  fallback?: string,
  titleOf: (sheet: string) => string = () => '',
): FindOffice {
  const named = offices.map(namesOf);
  return ({ place, special }) => {
    const fault = (message: string): { fault: SheetFinding } => ({
      fault: { ...place, severity: 'error', message },
    });
    const wanted = special.officeId || (special.office === '' ? (fallback ?? '') : '');
    const owner = named.find(({ office }) => office.id === wanted);
    const bearing = named.filter(({ names }) => names.includes(bare(special.office)));
    const copied = owner !== undefined && bearing.length > 0 && !bearing.includes(owner);
    if (owner && !copied)
      return isCalled(owner, special.office)
        ? { office: owner.office }
        : fault(twoNames(owner, special.office));
    const only = offices.length === 1 ? offices[0] : undefined;
    if (special.office === '') return only ? { office: only } : fault(UNNAMED);
    const { guessed, found } = meant(named, special.office, bare(special.county), titleOf(place.sheet));
    const [first] = found;
    if (found.length === 1 && first)
      return { office: first.office, copied, ...(guessed && { guessed: first.name }) };
    // A workbook of the whole county, where one office fills in its own part.
    if (only && special.officeId !== '' && special.officeId !== only.id)
      return { fault: { sheet: place.sheet, severity: 'warning', message: '别的司法所的行没有放进来' } };
    return fault(
      found.length > 1
        ? `“${special.office}”可能是：${found.map(({ name }) => name).join('、')}，请写全称`
        : `没有“${special.office}”这个司法所，请写网站上的名称`,
    );
  };
}
