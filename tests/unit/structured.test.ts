import { describe, expect, it } from 'vitest';
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
    expect(data['specialOpeningHoursSpecification']).toEqual([
      expect.objectContaining({ opens: '00:00', closes: '00:00', validFrom: '2026-12-04' }),
    ]);
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
});
