import type { County, Office } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';

/** An office in a list: its name, address and what it serves. */
export const officeLine = (office: Office) => ({
  id: office.id,
  name: office.record.name,
  shortName: office.record.shortName,
  path: paths.office(office.id),
  closed: office.record.status.state === 'closed',
  phone: office.record.phones?.find((phone) => phone.use === 'consult')?.number,
  townships: office.townships.map((township) => ({
    name: township.record.name,
    former: township.record.former?.map((old) => old.name) ?? [],
  })),
  communities: office.communities.map(({ record, offices }) => ({
    name: record.name,
    former: record.former ?? [],
    shared: offices.length > 1,
  })),
});

/** A county with its offices, and how many villages and communities they serve. */
export const countyView = (county: County) => ({
  name: county.record.name,
  shortName: county.record.shortName,
  slug: county.slug,
  path: paths.county(county.slug),
  bureau: county.record.bureau,
  offices: county.offices.map(officeLine),
  communities: county.townships.reduce((sum, township) => sum + township.communities.length, 0),
});

export type CountyView = ReturnType<typeof countyView>;
