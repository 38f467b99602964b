/** Who may change which content: the forge's account decides, by `content/owners.json`; never a branch's name. */
import type { Owner } from '../schemas/owners.ts';

/** Who must at least stand behind a change, from the narrowest to the widest. */
export const LEVELS = {
  office: '本所',
  county: '县级司法局',
  city: '市司法局',
  maintainer: '网站维护人员',
} as const;
export type OwnerLevel = keyof typeof LEVELS;

/** What a change of one file needs. */
export interface Need {
  readonly level: OwnerLevel;
  readonly county?: string | undefined;
  /** `county/office` */
  readonly office?: string | undefined;
}

const OFFICE_FOLDER = /^offices\/(?<county>[^/]+)\/(?<office>[^/]+)\/(?<rest>.+)$/;

/** `counties/qianwei.json`, and what lies in the county's folder. */
const COUNTY_FILE = /^counties\/(?<county>[^/.]+)(?:\.json$|\/)/;

const COUNTY_ASSET = /^counties\/[^/]+\/files\/[^/]+$/;

/**
 * What a file of the content needs, by its place (from the content folder) and, outside the offices' folders, by
 * the owner of its kind. To set an office up or to take it away (`founds`) is its county's.
 */
export function needOf(file: string, owner: OwnerLevel | undefined, founds = false): Need {
  const { county, office, rest } = OFFICE_FOLDER.exec(file)?.groups ?? {};
  if (county !== undefined && rest !== undefined)
    return founds && rest === 'office.json'
      ? { level: 'county', county }
      : { level: 'office', county, office: `${county}/${office}` };
  if (file.startsWith('samples/')) return { level: 'maintainer' };
  if (/^affairs\/files\/[^/]+$/.test(file)) return { level: 'city' };
  const level = owner ?? (COUNTY_ASSET.test(file) ? 'county' : 'maintainer');
  return level === 'county' ? { level, county: COUNTY_FILE.exec(file)?.groups?.['county'] } : { level };
}

/** Whether an office is an account's own: named itself, or by its county. */
const isOwn = (owner: Owner, { county, office }: Need): boolean =>
  (office !== undefined && (owner.offices?.includes(office) ?? false)) ||
  (county !== undefined && (owner.counties?.includes(county) ?? false));

/** Whether an account may make a change. */
export function may(owner: Owner, need: Need): boolean {
  if (owner.maintainer) return true;
  if (need.level === 'maintainer') return false;
  if (owner.city) return true;
  return need.level !== 'city' && isOwn(owner, need);
}

/** The entry of an account; forges do not tell upper from lower case in names. */
export const ownerOf = (owners: readonly Owner[], account: string): Owner | undefined =>
  owners.find((one) => one.account.toLowerCase() === account.toLowerCase());

/** What an account answers for, in words; `named` says what offices and counties are called by their ids. */
export function charge(owner: Owner, named: (id: string) => string): string {
  const parts = [
    ...(owner.maintainer ? ['维护全站'] : []),
    ...(owner.city ? ['全市内容'] : []),
    ...(owner.counties?.map((county) => `${named(county)}各所`) ?? []),
    ...(owner.offices?.map(named) ?? []),
  ];
  return parts.join('、');
}
