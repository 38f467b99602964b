/** Accounts of the forge from the lines of a table: who answers for which office, county, or all. */
import { owners, type Owner, type Owners } from '../schemas/owners.ts';

/** What an account can answer for, by every name that a table may have for it. */
export interface Units {
  readonly offices: readonly Unit[];
  readonly counties: readonly Unit[];
}

interface Unit {
  /** `qianwei/luocheng`, `qianwei` */
  readonly id: string;
  /** The full name first. */
  readonly names: readonly string[];
}

export const HEAD = ['单位', '账号', '负责'];
const ALL: Readonly<Record<string, 'city' | 'maintainer'>> = {
  全部: 'city',
  全市: 'city',
  全县: 'city',
  司法局: 'city',
  维护: 'maintainer',
  网站维护: 'maintainer',
};

type Charge = Pick<Owner, 'offices' | 'counties' | 'city' | 'maintainer'>;

function chargeOf(said: string, { offices, counties }: Units): Charge | string {
  const all = ALL[said];
  if (all) return { [all]: true };
  const matches = (list: readonly Unit[]) =>
    list.filter(({ id, names }) => id === said || names.includes(said));
  const [office, county] = [matches(offices), matches(counties)];
  if (office.length + county.length > 1)
    return `“${said}”有 ${office.length + county.length} 个，写编号：${[...office, ...county].map(({ id }) => id).join('、')}`;
  if (office[0]) return { offices: [office[0].id] };
  if (county[0]) return { counties: [county[0].id] };
  return `没有“${said}”这个单位：写司法所、县的全称或编号，全市（全县）的写“全部”，网站维护人员写“网站维护”`;
}

const joined = <T>(a: readonly T[] = [], b: readonly T[] = []) => {
  const all = [...new Set([...a, ...b])];
  return all.length > 0 ? all : undefined;
};

function merged(one: Owner | undefined, account: string, note: string, charge: Charge): Owner {
  const offices = joined(one?.offices, charge.offices);
  const counties = joined(one?.counties, charge.counties);
  return {
    account,
    note: one?.note ?? note,
    ...(offices && { offices }),
    ...(counties && { counties }),
    ...((one?.city ?? charge.city) && { city: true as const }),
    ...((one?.maintainer ?? charge.maintainer) && { maintainer: true as const }),
  };
}

/** `owners.json` from a table's lines, the heading first; lines without an account are left out. Every line that is not understood in place of it. */
export function ownersOf(rows: readonly (readonly string[])[], units: Units): Owners | string[] {
  const [head = [], ...body] = rows;
  const [unit, account, duty] = HEAD.map((name) => head.indexOf(name));
  if (unit === undefined || account === undefined || account < 0 || unit < 0)
    return [`账号表的表头应有：${HEAD.join('、')}；现在是：${head.join('、')}`];
  const faults: string[] = [];
  const found = new Map<string, Owner>();
  for (const [at, row] of body.entries()) {
    const [name = '', who = ''] = [row[unit], row[account]];
    if (who === '') continue;
    const said = (duty === undefined ? '' : row[duty]) || name;
    const charge = chargeOf(said, units);
    const next = typeof charge === 'string' ? undefined : merged(found.get(who), who, name, charge);
    const wrong = next ? owners.safeParse({ accounts: [next] }).error?.issues[0]?.message : String(charge);
    if (wrong !== undefined) faults.push(`第 ${at + 2} 行（${name}，${who}）：${wrong}`);
    else if (next) found.set(who, next);
  }
  return faults.length > 0 ? faults : { accounts: [...found.values()] };
}
