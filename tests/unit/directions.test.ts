import { describe, expect, it } from 'vitest';
import { directionLinks } from '../../src/domain/directions.ts';
import { kilometresBetween } from '../../src/domain/geo.ts';
import { toGcj02 } from '../../src/views/directions.ts';
import { qrView } from '../../src/views/qr.ts';

const wgs84 = { lon: 103.945123, lat: 29.209876 };
const gcj02 = toGcj02(wgs84);
const named = { name: '犍为县罗城镇司法所', city: '乐山市' };
const hrefs = (links: ReturnType<typeof directionLinks>) =>
  Object.fromEntries(links.map(({ service, href }) => [service, href]));
const query = (href: string | undefined) => new URL(href ?? '').searchParams;

describe('links to a surveyed door', () => {
  const links = hrefs(directionLinks({ ...named, address: '铁山路1号', surveyed: { wgs84, gcj02 } }));
  const lon = gcj02.lon.toFixed(6);
  const lat = gcj02.lat.toFixed(6);

  it('Amap: longitude first, GCJ-02', () => {
    expect(links['amap']).toContain(`position=${lon},${lat}&`);
    expect(query(links['amap']).get('coordinate')).toBe('gaode');
    expect(query(links['amap']).get('name')).toBe('犍为县罗城镇司法所');
  });

  it('Baidu: latitude first, GCJ-02 by name, since its own default is BD-09', () => {
    expect(links['baidu']).toContain(`location=${lat},${lon}&`);
    expect(query(links['baidu']).get('coord_type')).toBe('gcj02');
    expect(query(links['baidu']).get('output')).toBe('html');
  });

  it('Tencent: latitude first, GCJ-02', () => {
    expect(query(links['tencent']).get('marker')).toBe(
      `coord:${lat},${lon};title:犍为县罗城镇司法所;addr:铁山路1号`,
    );
  });

  it('geo: latitude first, WGS-84 (RFC 5870)', () => {
    expect(links['geo']).toMatch(/^geo:29\.209876,103\.945123\?q=29\.209876,103\.945123\(/);
  });

  it('what the services read as punctuation is taken out of names', () => {
    const odd = hrefs(directionLinks({ name: 'a;b:c|d&e', city: '乐山市', surveyed: { wgs84, gcj02 } }));
    expect(query(odd['tencent']).get('marker')).toContain(';title:a b c d&e;addr:');
    expect(query(odd['baidu']).get('title')).toBe('a b c d&e');
  });
});

describe('links below surveyed precision', () => {
  const links = hrefs(directionLinks(named));

  it('search for the name within the city and carry no coordinate', () => {
    const keyword = '乐山市犍为县罗城镇司法所';
    expect(query(links['amap']).get('keyword')).toBe(keyword);
    expect(query(links['baidu']).get('query')).toBe(keyword);
    expect(query(links['baidu']).get('region')).toBe('乐山市');
    expect(query(links['tencent']).get('keyword')).toBe(keyword);
    expect(links['geo']).toBe(`geo:0,0?q=${encodeURIComponent(keyword)}`);
    expect(Object.values(links).filter((href) => /\d{2,3}\.\d/.test(href))).toEqual([]);
  });
});

it('GCJ-02 lies some hundred metres from WGS-84 here', () => {
  const moved = kilometresBetween(wgs84, gcj02);
  expect(moved).toBeGreaterThan(0.2);
  expect(moved).toBeLessThan(0.8);
});

it('a QR code has finder patterns in three corners and a quiet border', () => {
  const { size, path } = qrView('https://sfs.example.gov.cn/offices/qianwei/luocheng/');
  expect(size).toBeGreaterThan(28);
  expect(path.startsWith('M4 4h7')).toBe(true);
  expect(path).toContain(`M${size - 11} 4h7`);
  expect(path).toContain(`M4 ${size - 5}h7`);
});
