import type { Inherited } from './history.ts';
import type { OfficeRecord } from '../schemas/office.ts';

/** What an office's record says of it for others: nothing of people, and a place only where it is more than the county's. */
export const officeFields = ({ place, ...record }: OfficeRecord) => ({
  name: record.name,
  shortName: record.shortName,
  kind: record.kind,
  status: record.status,
  serves: record.serves,
  address: place?.address,
  postcode: place?.postcode,
  landmark: place?.landmark,
  point: place?.point && place.point.precision !== 'county' ? place.point : undefined,
  phones: record.phones,
  email: record.email,
  hours: record.hours,
  provenance: {
    establishment: record.provenance.establishment,
    contact: record.provenance.contact,
    hours: record.provenance.hours,
    place: record.provenance.place,
  },
});

type Phones = OfficeRecord['phones'];
const pastPhones = (phones: Phones) => phones?.map(({ number, use }) => ({ number, use }));

const pastHours = (hours: OfficeRecord['hours']) =>
  hours && {
    seasons: hours.seasons,
    marketDays: hours.marketDays && { ...hours.marketDays, note: undefined },
    exceptions: hours.exceptions?.map(({ from, to, sessions }) => ({ from, to, sessions })),
  };

/**
 * The same for the past: without what authors wrote in words of their own. A name may have stood there, and a name that
 * left leaves no trace.
 */
export function pastFields(record: OfficeRecord) {
  const { landmark: _, status, phones, hours, ...rest } = officeFields(record);
  const { text: __, ...state } = { text: undefined, ...status };
  return { ...rest, status: state, phones: pastPhones(phones), hours: pastHours(hours) };
}

/** What an office took from its county in the past, likewise. */
export const pastInherited = ({ county, places, former }: Inherited) => ({
  county: { code: county.code, name: county.name },
  bureau: {
    name: county.bureau.name,
    phones: pastPhones(county.bureau.phones),
    address: county.bureau.address,
    hours: pastHours(county.bureau.hours),
    provenance: county.bureau.provenance,
  },
  localHolidays: county.localHolidays?.map(({ from, to }) => ({ from, to })),
  places,
  former,
});
