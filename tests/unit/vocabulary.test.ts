/** The linked data of pages against the vocabulary of schema.org (schema-dts, by TypeScript's own checker). */
import { expect, it } from 'vitest';
import { breadcrumbData, officeData, serviceData } from '../../src/views/head/structured.ts';
import { fields } from '../helpers/content.ts';
import { realCity, SITE, smallCity } from '../helpers/exports.ts';
import { vocabularyFaults } from '../helpers/vocabulary.ts';

const address = (path: string) => SITE + path;
const { catalogue } = realCity();
const complete = smallCity({
  'offices/dong/jia/office.json': fields({
    email: 'jia@example.gov.cn',
    place: {
      address: '镇1号',
      point: { lon: 103.9, lat: 29.3, crs: 'WGS84', precision: 'office', source: '局' },
    },
    'provenance.place': { source: '局', verifiedOn: '2026-11-01' },
  }),
}).catalogue;
const everything = complete.offices.map((office) => officeData(office, complete, address));
const [office = {}] = everything.filter((one) => one['geo'] && one['openingHoursSpecification']);
const crumbs = breadcrumbData([{ name: '首页', path: '/' }, { name: '司法所' }], address) ?? {};

it('every office, guide and way to a page speaks the words of schema.org', () => {
  const offices = catalogue.offices.map((one) => officeData(one, catalogue, address));
  const guides = catalogue.services.map((one) => serviceData(one, catalogue, address));
  const all = [...offices, ...everything, ...guides, crumbs];
  expect(all.length).toBeGreaterThan(170);
  expect(Object.keys(office)).toEqual(expect.arrayContaining(['telephone', 'address', 'geo', 'email']));
  expect(vocabularyFaults(all)).toEqual([]);
});

it('what is no word of it, or stands where it does not belong, is refused', () => {
  const wrong: [string, Readonly<Record<string, unknown>>][] = [
    ['a kind that there is not', { ...office, '@type': 'JudicialOffice' }],
    ['a property that there is not', { ...office, phone: '+86-833-2123456' }],
    ['a number for a telephone', { ...office, telephone: 12348 }],
    ['an address of another kind', { ...office, address: { '@type': 'GeoCoordinates', latitude: 1 } }],
    [
      'a part of an address that there is not',
      { ...office, address: { '@type': 'PostalAddress', street: '1号' } },
    ],
    ['a place in words', { ...office, geo: '镇上' }],
    [
      'a day in Chinese',
      {
        ...office,
        openingHoursSpecification: [
          { '@type': 'OpeningHoursSpecification', dayOfWeek: ['星期一'], opens: '09:00' },
        ],
      },
    ],
    [
      'hours with a property of their own',
      { ...office, openingHoursSpecification: [{ '@type': 'OpeningHoursSpecification', from: '09:00' }] },
    ],
    ['another vocabulary', { ...office, '@context': 'https://example.org' }],
    ['a way without steps', { ...crumbs, itemListElement: 7 }],
  ];
  const found = vocabularyFaults([office, ...wrong.map(([, data]) => data)]);
  const noticed = new Set(found.map((fault) => Number(fault.split(' ')[0])));
  expect(wrong.filter((_, at) => !noticed.has(at + 1)).map(([title]) => title)).toEqual([]);
  expect(noticed.has(0)).toBe(false);
});
