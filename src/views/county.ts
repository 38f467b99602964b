import type { County, Office } from '../catalogue/types.ts';
import { communityView, formerVillages } from './communities.ts';
import { countPlaced } from './placed.ts';
import { unique } from '../domain/search/tokens.ts';
import { paths } from '../domain/urls.ts';
import { verify } from '../domain/verification.ts';

/** A bureau's name and numbers are checked yearly. */
const BUREAU_DAYS = 365;

/** An office in a list: its name, address and what it serves. */
export const officeLine = (office: Office) => ({
  id: office.id,
  name: office.record.name,
  shortName: office.record.shortName,
  path: paths.office(office.id),
  closed: office.record.status.state === 'closed',
  /** Asked for only where it is shown: most lists stay as they are when it changes. */
  get phone() {
    return office.record.phones?.find((phone) => phone.use === 'consult')?.number;
  },
  /** Names of townships that were merged into those it serves, or that they had before. */
  former: office.townships.flatMap((township) => township.record.former?.map((old) => old.name) ?? []),
  communities: office.communities.map(communityView),
  gone: unique(office.townships.flatMap(formerVillages)),
});

/** A county with its offices, and how many villages and communities they serve. */
export const countyView = (county: County, today: string) => ({
  name: county.record.name,
  shortName: county.record.shortName,
  former: county.record.former ?? [],
  slug: county.slug,
  path: paths.county(county.slug),
  bureau: county.record.bureau,
  language: county.record.language,
  check: verify(county.record.bureau.provenance, BUREAU_DAYS, today),
  offices: county.offices.map(officeLine),
  placed: countPlaced(county.offices),
  communities: county.townships.reduce((sum, township) => sum + township.communities.length, 0),
});

export type CountyView = ReturnType<typeof countyView>;
