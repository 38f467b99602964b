import { ATOM, CSV, JSON_TYPE, one } from './row.ts';

/** Files of which a city has one. */
export const CITY_FILES = {
  offices: one(
    '/data/offices.json',
    JSON_TYPE,
    [
      '司法所',
      '每个所的名称、状态、地址、电话、办公时间、来源和核实日期；pending 列出待公开的项，intervals 是核实以后几天内算数，过了是待核实。',
      'Every office: name, status, address, telephones, hours, source and date of verification; `pending` names what is not published yet, `intervals` for how many days a verification counts.',
    ],
    { schema: 'Offices' },
  ),
  officesCsv: one('/data/offices.csv', CSV, [
    '司法所（表格）',
    '同上，一行一个所，Excel、WPS 可直接打开；空格是待公开。',
    'The same as a table with a byte order mark; an empty field is not published yet.',
  ]),
  geojson: one(
    '/data/offices.geojson',
    'application/geo+json; charset=utf-8',
    [
      '司法所（地图）',
      '一个所一个要素，WGS-84；没有公开位置的所没有坐标。',
      'One feature per office, WGS 84 (RFC 7946); an office without a published place has no geometry.',
    ],
    { schema: 'OfficesGeoJson' },
  ),
  villages: one(
    '/data/villages.json',
    JSON_TYPE,
    [
      '村和社区',
      '每个村、社区的代码、旧名，由哪个司法所服务。',
      'Villages and communities with code, former names and the offices that serve them.',
    ],
    { schema: 'Villages' },
  ),
  services: one(
    '/data/services.json',
    JSON_TYPE,
    [
      '办事指南',
      '每份指南的全部要素：条件、材料、步骤、时限、费用、依据。',
      'Every guide with all its elements: conditions, papers, steps, limits, fees, legal basis.',
    ],
    { schema: 'Services' },
  ),
  laws: one(
    '/data/laws.json',
    JSON_TYPE,
    [
      '法律依据',
      '指南依据的法律、版本和条文大意。',
      'The laws that guides rest on, with editions and articles.',
    ],
    { schema: 'Laws' },
  ),
  calendar: one(
    '/data/calendar.json',
    JSON_TYPE,
    [
      '放假和调休',
      '已知年份的放假、调休上班日和地方假日。',
      'Days off, make-up working days and local days off of the known years.',
    ],
    { schema: 'Calendar' },
  ),
  disclosure: one(
    '/data/disclosure.json',
    JSON_TYPE,
    [
      '四公开情况',
      '每个所每一项是已公开、待更新、待公开还是不适用，证据在哪里。',
      'What each office has disclosed, item by item, with a link to the evidence.',
    ],
    { schema: 'Disclosure', dated: true },
  ),
  disclosureCsv: one(
    '/data/disclosure.csv',
    CSV,
    ['四公开情况（表格）', '同上，一行一个所的一项。', 'The same as a table: a line per office and item.'],
    { dated: true },
  ),
  standardsCsv: one(
    '/data/standards.csv',
    CSV,
    [
      '规范化建设（表格）',
      '对照2018年方案，一行一个所的一项指标。',
      'Measures of the plan of 2018: a line per office and measure.',
    ],
    { dated: true },
  ),
  cityFeed: one('/affairs/feed.xml', ATOM, [
    '公告和所务的更新',
    '新的公告和所务。',
    'New notices of the city and its offices (Atom).',
  ]),
  changesIndex: one(
    '/data/changes/index.json',
    JSON_TYPE,
    [
      '哪几天改过',
      '每次发布改了司法所的日期和那天的文件；since 是从哪天起可查，known 说记录全不全。',
      'The days on which a release changed an office, with the file of each; `since` is where the history begins, `known` whether it is whole.',
    ],
    { schema: 'ChangesIndex' },
  ),
  withdrawn: one(
    '/data/withdrawn.json',
    JSON_TYPE,
    [
      '撤下的网址',
      '存了本站网页的，请把这些网址的副本删掉。',
      'Addresses that were taken down: whoever keeps copies drops them.',
    ],
    { schema: 'Withdrawn' },
  ),
} as const;
