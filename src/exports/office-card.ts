import { placeIn } from '../domain/area.ts';
import type { Catalogue, Office } from '../catalogue/types.ts';
import { internationalPhone } from '../domain/phones.ts';
import { provinceOf } from '../domain/provinces.ts';
import type { PhoneEntry } from '../schemas/office.ts';
import { addressLine, contentLines, escaped } from './content-lines.ts';

const telephone = ({ number, use }: PhoneEntry) =>
  `TEL;TYPE=${use === 'fax' ? 'fax' : 'work,voice'};VALUE=uri:tel:${internationalPhone(number)}`;

/** Whether there is anything of an office to note down. */
export const hasCard = ({ record: { status, place, phones, email } }: Office): boolean =>
  status.state !== 'closed' && Boolean(place?.address || phones?.length || email);

/** The office as an entry for an address book (vCard 4.0, RFC 6350). */
export function officeCard({ id, record, county }: Office, { site }: Catalogue, url: string): string {
  const { place, phones = [], email } = record;
  const region = provinceOf(site.city.code) ?? '';
  const where = ['', '', place?.address ?? '', placeIn(site.city.name, county.record.name), region];
  const address = [...where, place?.postcode ?? '', '中国'].map(escaped).join(';');
  const point = place?.point?.precision === 'office' ? place.point : undefined;
  return contentLines([
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `FN:${escaped(record.name)}`,
    `ORG:${escaped(county.record.bureau.name)};${escaped(record.name)}`,
    `UID:${escaped(`open-office:${site.city.code}/${id}`)}`,
    ...(place?.address ? [`ADR:${address}`] : []),
    ...(point ? [`GEO:geo:${point.lat},${point.lon}`] : []),
    ...phones.map(telephone),
    ...(email ? [`EMAIL:${escaped(email)}`] : []),
    ...addressLine(url),
    'END:VCARD',
  ]);
}
