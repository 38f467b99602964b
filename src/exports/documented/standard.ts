import { JSON_TYPE, one } from './row.ts';

/** The same content in the forms that others have agreed on. */
export const STANDARD_FILES = {
  llms: one('/llms.txt', 'text/plain; charset=utf-8', [
    '给智能助手的目录',
    '每份指南、每个司法所的 Markdown 网址；每个网页的网址后面加 index.md，就是同一页的 Markdown。',
    'For assistants: where the Markdown twin of each page stands (`index.md` behind the address of any page).',
  ]),
  datapackage: one('/data/datapackage.json', JSON_TYPE, [
    '数据包说明',
    '每个文件的名称、格式、大小、许可和表格各列的含义（Frictionless Data Package）。',
    'A Frictionless Data Package with a Table Schema for each table.',
  ]),
  openapi: one('/data/openapi.json', JSON_TYPE, [
    '接口说明',
    '每个 JSON 文件的网址和结构（OpenAPI 3.1）。',
    'OpenAPI 3.1 of the static JSON files, with a JSON Schema for each.',
  ]),
  hsdsOrganizations: one(
    '/data/hsds/organizations.json',
    JSON_TYPE,
    [
      '机构（HSDS 3.1）',
      '司法局和司法所，按 Open Referral 的格式，编号是固定的 UUID。',
      'Bureaus and offices in Open Referral’s HSDS 3.1; identifiers are UUIDs of version 5 and stay.',
    ],
    { schema: 'HsdsOrganizations' },
  ),
  hsdsServices: one(
    '/data/hsds/services.json',
    JSON_TYPE,
    ['服务（HSDS 3.1）', '办事指南，按 Open Referral 的格式。', 'Guides as services in HSDS 3.1.'],
    { schema: 'HsdsServices' },
  ),
  publicServices: one('/data/cpsv-ap.jsonld', 'application/ld+json; charset=utf-8', [
    '公共服务（CPSV-AP 3.2）',
    '办事指南，按欧盟公共服务目录的格式：由谁决定、条件、材料、渠道、费用、结果、依据。',
    'Guides as public services in CPSV-AP 3.2 (JSON-LD): competent authority, requirements, evidence, channels, cost, outputs, legal resources.',
  ]),
  catalog: one('/data/catalog.jsonld', 'application/ld+json; charset=utf-8', [
    '数据目录（DCAT-AP 3）',
    '本页列出的数据，按 DCAT-AP 的格式，供数据门户收录。',
    'The catalogue of these files for data portals (DCAT-AP 3, JSON-LD).',
  ]),
} as const;
