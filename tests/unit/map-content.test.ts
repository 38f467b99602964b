import { describe, expect, it } from 'vitest';
import { boundaryFile } from '../../src/exports/boundaries.ts';
import { officesGeoJson } from '../../src/exports/offices-geojson.ts';
import type { BoundarySettings } from '../../src/schemas/map.ts';
import { mapView } from '../../src/views/map.ts';
import { aContent, fields, problemsOf } from '../helpers/content.ts';

const FILE = 'places/xianjie.geojson';
const settings: BoundarySettings = {
  file: 'xianjie',
  crs: 'CGCS2000',
  source: '示例市自然资源局',
  approvalNumber: '川S（2026）00001号',
  convert: false,
};

const boundary = (...coordinates: readonly (readonly number[])[]) => ({
  type: 'FeatureCollection' as const,
  features: [
    {
      type: 'Feature' as const,
      properties: { name: '东县' },
      geometry: {
        type: 'LineString' as const,
        coordinates: coordinates.map((one) => [...one] as [number, number]),
      },
    },
  ],
});

const SHAPE = boundary([103.1, 29.1], [103.2, 29.2]);
const withSettings = (changes: Partial<BoundarySettings> = {}) => ({
  'site.json': fields({ map: { boundaries: { ...settings, ...changes } } }),
});

describe('an operator’s boundary file', () => {
  it('is taken when its datum, source and approval number are declared', () => {
    expect(problemsOf({ ...withSettings(), [FILE]: SHAPE })).toEqual([]);
  });

  it('is refused without approval number', () => {
    const { approvalNumber, ...rest } = settings;
    expect(approvalNumber).not.toBe('');
    const [problem] = problemsOf({ 'site.json': fields({ map: { boundaries: rest } }), [FILE]: SHAPE });
    expect(problem).toContain('缺少“审图号”');
  });

  it('of a shifted datum is not drawn askew: it is converted on request or refused', () => {
    expect(problemsOf({ ...withSettings({ crs: 'GCJ02' }), [FILE]: SHAPE }).join()).toContain(
      '不转换就会画偏',
    );
    expect(problemsOf({ ...withSettings({ crs: 'GCJ02', convert: true }), [FILE]: SHAPE })).toEqual([]);
  });

  it('must lie in the city, longitude first', () => {
    const swapped = boundary([29.1, 103.1], [29.2, 103.2]);
    const far = boundary([103.1, 29.1], [113.2, 29.2]);
    expect(problemsOf({ ...withSettings(), [FILE]: swapped }).join()).toContain('经度、纬度写反了');
    expect(problemsOf({ ...withSettings(), [FILE]: far }).join()).toContain('（113.2, 29.2）不在本市范围内');
  });

  it('must be there, and must be used', () => {
    expect(problemsOf(withSettings()).join()).toContain('没有“xianjie”这个边界文件');
    expect(problemsOf({ [FILE]: SHAPE })).toEqual([
      `! ${FILE}:1:1 reference | - | 没有用到这个边界文件 | 在 site.json 的 map.boundaries 里写明它的坐标系、来源和审图号，或删掉它`,
    ]);
  });

  it('is never altered unless the operator says so', () => {
    const kept = boundaryFile(SHAPE, { ...settings, crs: 'GCJ02' });
    expect(kept.features[0]?.geometry).toEqual(SHAPE.features[0]?.geometry);
    const moved = boundaryFile(SHAPE, { ...settings, crs: 'GCJ02', convert: true });
    expect(moved.features[0]?.geometry).not.toEqual(SHAPE.features[0]?.geometry);
    expect(SHAPE.features[0]?.geometry.coordinates[0]).toEqual([103.1, 29.1]);
    expect(moved.converted).toBe(true);
  });
});

it('an operator’s rivers and roads are told from borders; what else a line says stays out of the page', () => {
  const kinds = ['river', 'road', undefined] as const;
  const lines = {
    ...SHAPE,
    features: kinds.map((kind) => ({
      ...SHAPE.features[0]!,
      properties: { name: '东河', ...(kind && { kind }) },
    })),
  };
  expect(boundaryFile(lines, settings).features.map(({ properties }) => properties)).toEqual([
    { kind: 'river' },
    { kind: 'road' },
    {},
  ]);
  const odd = { ...SHAPE, features: [{ ...SHAPE.features[0]!, properties: { kind: 'railway' } }] };
  expect(problemsOf({ ...withSettings(), [FILE]: odd })).toHaveLength(1);
});

it('a ground of tiles needs a key of the operator’s own and the number of its approval', () => {
  const token = '0123456789abcdef0123456789abcdef';
  const using = (tianditu: object) => problemsOf({ 'site.json': fields({ map: { tianditu } }) });
  expect(using({ token, approvalNumber: 'GS（2024）0568号' })).toEqual([]);
  expect(using({ token }).join()).toContain('缺少“审图号”');
  expect(using({ token: '您的密钥', approvalNumber: 'GS' }).join()).toContain('32 位密钥');
});

describe('what the map and the open data say', () => {
  const { catalogue } = aContent({
    'offices/dong/yi/office.json': fields({ 'place.point.precision': 'county' }),
    'offices/xi/bing/office.json': fields({ place: undefined, services: [], hours: undefined }),
    'offices/dong/jia/office.json': fields({ 'place.access': { stepFree: true, toilet: false } }),
  });

  it('a point stands only where it is known: a county’s seat is nobody’s place', () => {
    const { data } = mapView(catalogue!, '');
    expect(data.offices.map(({ id, placed, at }) => [id, placed, at])).toEqual([
      ['dong/jia', 'township', [103.9, 29.3]],
      ['dong/yi', 'none', undefined],
      ['xi/bing', 'none', undefined],
    ]);
  });

  it('services and access are those that were published', () => {
    const { data, needs } = mapView(catalogue!, '');
    expect(data.offices.map(({ services, access }) => [services, access])).toEqual([
      [[0], ['stepFree']],
      [[0], []],
      [[], []],
    ]);
    expect(needs.map(({ need, count }) => [need, count])).toEqual([['stepFree', 1]]);
  });

  it('a choice that would leave nothing, or everything, is not offered', () => {
    const { services, needs } = mapView(catalogue!, '');
    expect(services.map(({ at, count }) => [at, count])).toEqual([[0, 2]]);
    expect(needs.every(({ count }) => count > 0)).toBe(true);
    const same = aContent().catalogue!;
    expect(mapView(same, '').services).toEqual([]);
  });

  it('the list leads until a third of the offices is located', () => {
    expect(mapView(catalogue!, '').listLeads).toBe(false);
    const { catalogue: unknown } = aContent({
      'offices/dong/jia/office.json': fields({ place: undefined }),
      'offices/dong/yi/office.json': fields({ place: undefined }),
      'offices/xi/bing/office.json': fields({ place: undefined }),
    });
    expect(mapView(unknown!, '').listLeads).toBe(true);
  });

  it('opening hours are those that were published, each kind once', () => {
    const { data, withHours } = mapView(catalogue!, '');
    const known = catalogue!.offices.map(({ record }) => record.hours !== undefined);
    expect(data.offices.map(({ plan }) => plan !== undefined)).toEqual(known);
    expect(known).toContain(true);
    expect(known).toContain(false);
    expect(withHours).toBe(known.filter(Boolean).length);
    expect(new Set(data.plans.map((one) => JSON.stringify(one))).size).toBe(data.plans.length);
  });

  it('nothing of samples, and no layer that was not configured', () => {
    const view = JSON.stringify(mapView(catalogue!, ''));
    expect(view).not.toMatch(/示例镇|tianditu|boundaries/);
  });

  it('an office without a place is a feature without geometry', () => {
    const data = officesGeoJson(catalogue!, { digest: () => 'd1', address: (path) => path });
    expect([data.inputsDigest, data.licence]).toEqual(['d1', 'CC BY 4.0']);
    expect(
      data.features.map(({ geometry, properties }) => [geometry?.coordinates, properties.precision]),
    ).toEqual([
      [[103.9, 29.3], 'township'],
      [undefined, 'none'],
      [undefined, 'none'],
    ]);
  });
});
