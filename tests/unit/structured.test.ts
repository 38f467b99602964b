import { describe, expect, it } from 'vitest';
import { dayPlan } from '../../src/domain/day-plan.ts';
import { internationalPhone } from '../../src/domain/phones.ts';
import { provinceOf } from '../../src/domain/provinces.ts';
import { contextOf } from '../../src/views/open-now.ts';
import { clock, daysOf } from '../../src/views/special-days.ts';
import { officeData } from '../../src/views/head/structured.ts';
import { aContent, fields } from '../helpers/content.ts';

const OFFICE = 'offices/dong/jia/office.json';
const address = (path: string) => `https://sfs.example.gov.cn${path}`;

function dataOf(changes: Readonly<Record<string, unknown>>) {
  const { catalogue, problems } = aContent({ [OFFICE]: fields(changes) });
  const office = catalogue?.offices.find(({ id }) => id === 'dong/jia');
  if (!catalogue || !office) throw new Error(JSON.stringify(problems));
  return officeData(office, catalogue, address);
}

const source = { source: '局', verifiedOn: '2026-11-01' };
const seasonal = {
  seasons: [
    { name: '夏季', from: '05-01', to: '09-30', week: [{ days: [1, 5], sessions: ['08:30-12:00'] }] },
    { name: '冬季', from: '10-01', to: '04-30', week: [{ days: [1], sessions: ['09:00-12:00'] }] },
  ],
  exceptions: [{ from: '2026-12-04', to: '2026-12-04', sessions: [], reason: '宣传' }],
};

describe('an office as linked data', () => {
  it('gives a place only where it was surveyed', () => {
    expect(dataOf({})).not.toHaveProperty('geo');
    const point = { lon: 103.9, lat: 29.3, crs: 'WGS84', precision: 'office', source: '局' };
    expect(dataOf({ place: { address: '镇1号', point }, 'provenance.place': source })).toMatchObject({
      geo: { latitude: 29.3, longitude: 103.9 },
      address: { streetAddress: '镇1号' },
    });
  });

  it('gives the hours of the page to the minute, season by season, and dated exceptions as closed', () => {
    const data = dataOf({ hours: seasonal });
    expect(data['openingHoursSpecification']).toContainEqual(
      expect.objectContaining({
        opens: '08:30',
        closes: '12:00',
        dayOfWeek: ['Monday', 'Friday'],
        validFrom: '2026-05-01',
        validThrough: '2026-09-30',
      }),
    );
    expect(data['openingHoursSpecification']).toContainEqual(
      expect.objectContaining({ validFrom: '2026-10-01', validThrough: '2027-04-30' }),
    );
    expect(data['specialOpeningHoursSpecification']).toContainEqual(
      expect.objectContaining({ opens: '00:00', closes: '00:00', validFrom: '2026-12-04' }),
    );
  });

  it('gives a closed office no hours', () => {
    const { catalogue } = aContent();
    const office = catalogue?.offices.find(({ record }) => record.hours);
    if (!catalogue || !office) throw new Error('the usual city has an office with hours');
    const closed = {
      ...office,
      record: { ...office.record, status: { state: 'closed', text: '并入', since: '2026-01-01' } as const },
    };
    expect(officeData(office, catalogue, address)).toHaveProperty('openingHoursSpecification');
    expect(officeData(closed, catalogue, address)).not.toHaveProperty('openingHoursSpecification');
  });

  it('opens on every day of the calendar exactly when the page says so', () => {
    const { catalogue } = aContent();
    const office = catalogue?.offices.find(({ id }) => id === 'dong/jia');
    const hours = office?.record.hours;
    if (!catalogue || !office || !hours) throw new Error('the usual city has an office with hours');
    const marketDays = { calendar: 'solar' as const, digits: [5], sessions: ['07:00-08:00'] };
    const full = { ...hours, marketDays };
    const data = officeData({ ...office, record: { ...office.record, hours: full } }, catalogue, address);
    const context = contextOf(office.county, catalogue.calendars);
    for (const { year } of catalogue.calendars)
      for (const day of daysOf(`${year}-01-01`, `${year}-12-31`)) {
        const plan = dayPlan(day, full, context);
        const told = plan.kind === 'open' ? plan.openings.map(({ from }) => clock(from)) : [];
        if (plan.kind !== 'unknown') expect([day, ...readBack(data, day)]).toEqual([day, ...told]);
      }
  });

  it('knows in January that a season from last autumn still holds', () => {
    const winter = dataOf({ hours: seasonal })['openingHoursSpecification'];
    expect(winter).toContainEqual(
      expect.objectContaining({ validFrom: '2025-10-01', validThrough: '2026-04-30' }),
    );
  });

  it('gives telephones with the code of the country, and short numbers as they are', () => {
    expect(dataOf({})).toHaveProperty('telephone', '+86-833-2123456');
    expect(internationalPhone('0833-2123456-12')).toBe('+86-833-2123456;ext=12');
    expect(internationalPhone('12348')).toBe('12348');
  });

  it('names the province, and only one that there is', () => {
    expect(provinceOf('5111')).toBe('四川省');
    expect(provinceOf('9911')).toBeUndefined();
    expect(dataOf({})).toMatchObject({ address: { addressRegion: '示例市' } });
  });
});

interface Span {
  readonly opens: string;
  readonly closes: string;
  readonly dayOfWeek?: readonly string[];
  readonly validFrom?: string;
  readonly validThrough?: string;
}

/** What a reader of schema.org finds: special hours of a day in place of its ordinary ones. */
function readBack(data: Readonly<Record<string, unknown>>, day: string): string[] {
  const spans = (name: string) => (data[name] ?? []) as readonly Span[];
  const valid = ({ validFrom = day, validThrough = day }: Span) => validFrom <= day && day <= validThrough;
  const special = spans('specialOpeningHoursSpecification').filter(valid);
  if (special.length)
    return special.filter(({ opens, closes }) => opens !== closes).map(({ opens }) => opens);
  const name = new Date(`${day}T00:00:00Z`).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' });
  return spans('openingHoursSpecification')
    .filter((one) => valid(one) && one.dayOfWeek?.includes(name))
    .map(({ opens }) => opens);
}
