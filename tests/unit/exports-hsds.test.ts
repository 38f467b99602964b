/** Organizations and services against HSDS 3.1, restated apart from the program's own schema (ajv). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/command/command.ts';
import { fullCity, realCity, smallCity } from '../helpers/exports.ts';
import { PUBLISHED } from '../helpers/shapes.ts';

type Json = Record<string, unknown>;

const schema = JSON.parse(
  readFileSync(join(ROOT, 'tests/fixtures/standards/hsds.schema.json'), 'utf8'),
) as object;
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
ajv.addSchema(schema, 'hsds');

/** The schemas as HSDS publishes them, each in a file of its own; notes for tables in them are no formats. */
function publishedIn(folder: string): Ajv2020 {
  const published = new Ajv2020({ strict: false, logger: false });
  formats.default(published);
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const { $id: _, ...rest } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { $id?: string };
    published.addSchema(rest, name);
  }
  return published;
}
const published = PUBLISHED === undefined ? undefined : publishedIn(PUBLISHED);

const faultsBy = (validator: Ajv2020, name: string, thing: unknown): string[] => {
  const validate = validator.getSchema(name);
  if (!validate) throw new Error(name);
  return validate(thing) === true
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
const faultsOf = (kind: string, thing: unknown) => faultsBy(ajv, `hsds#/$defs/${kind}`, thing);
/** What the published schemas say, where a developer has them. */
const publishedFaultsOf = (kind: string, thing: unknown) =>
  published && faultsBy(published, `${kind}.json`, thing);

const LISTS = { organization: '/data/hsds/organizations.json', service: '/data/hsds/services.json' } as const;
const CITIES = { 'the city': realCity(), 'a small city': smallCity(), 'a full city': fullCity() };
const thingsOf = (city: keyof typeof CITIES, kind: keyof typeof LISTS) =>
  (JSON.parse(CITIES[city].files.get(LISTS[kind])?.build() ?? '') as { contents: Json[] }).contents;

describe.each(Object.keys(CITIES) as (keyof typeof CITIES)[])('of %s', (city) => {
  it.each(Object.keys(LISTS) as (keyof typeof LISTS)[])('every %s is one of HSDS 3.1', (kind) => {
    const things = thingsOf(city, kind);
    expect(things.length).toBeGreaterThan(0);
    expect(things.flatMap((thing) => faultsOf(kind, thing))).toEqual([]);
    if (published) expect(things.flatMap((thing) => publishedFaultsOf(kind, thing))).toEqual([]);
  });
});

/** What the published schemas take in silence, though the text of the standard does not. */
const PASSED = new Set([
  'a field of its own',
  'a telephone of no kind',
  'a time that there is not',
  'a day that there is not',
  'a date in words',
  'a country in words',
]);

const FULL_ADDRESS = {
  address_1: '1号',
  city: '示例市',
  state_province: '示例省',
  postal_code: '000000',
  country: 'CN',
  address_type: 'physical',
};

describe('what HSDS does not know is refused', () => {
  const [office = {}] = thingsOf('a full city', 'organization').filter(
    (one) => one['locations'] && one['phones'],
  );
  const [service = {}] = thingsOf('a full city', 'service');
  const location = () => (office['locations'] as Json[])[0] ?? {};
  const withPaper = (one: Json, change: Json) => ({
    ...one,
    required_documents: [{ id: one['id'], document: '身份证', ...change }],
  });
  const withLocation = (change: Json) => ({ ...office, locations: [{ ...location(), ...change }] });

  it.each<[string, keyof typeof LISTS, Json]>([
    ['an organization without a description', 'organization', { ...office, description: undefined }],
    ['an identifier that is none', 'organization', { ...office, id: 'office-1' }],
    ['a website without a host', 'organization', { ...office, website: '/offices/a/b/' }],
    ['a field of its own', 'organization', { ...office, district: '县' }],
    ['a telephone without a number', 'organization', { ...office, phones: [{ id: office['id'] }] }],
    [
      'a telephone of no kind',
      'organization',
      { ...office, phones: [{ id: office['id'], number: '1', type: '座机' }] },
    ],
    ['a place of no kind', 'organization', withLocation({ location_type: '办公楼' })],
    ['a latitude in words', 'organization', withLocation({ latitude: '29.2' })],
    [
      'an address without a postcode',
      'organization',
      withLocation({ addresses: [{ id: office['id'], address_1: '1号' }] }),
    ],
    [
      'an address of no kind',
      'organization',
      withLocation({ addresses: [{ ...FULL_ADDRESS, id: office['id'], address_type: '办公' }] }),
    ],
    [
      'a country in words',
      'organization',
      withLocation({ addresses: [{ ...FULL_ADDRESS, id: office['id'], country: '中国' }] }),
    ],
    ['a parent that is no identifier', 'organization', { ...office, parent_organization_id: '县司法局' }],
    ['an e-mail address that is none', 'organization', { ...office, email: '所长' }],
    [
      'a week that begins on no day',
      'organization',
      withLocation({ schedules: [{ id: office['id'], wkst: '周一' }] }),
    ],
    ['a link to a paper that is none', 'service', withPaper(service, { uri: '附件' })],
    [
      'a time that there is not',
      'organization',
      withLocation({ schedules: [{ id: office['id'], opens_at: '25:99' }] }),
    ],
    [
      'a frequency that there is not',
      'organization',
      withLocation({ schedules: [{ id: office['id'], freq: 'DAILY' }] }),
    ],
    [
      'a day that there is not',
      'organization',
      withLocation({ schedules: [{ id: office['id'], valid_from: '2026-02-30' }] }),
    ],
    ['a service without a state', 'service', { ...service, status: undefined }],
    ['a state that there is not', 'service', { ...service, status: 'open' }],
    [
      'a paper without an identifier',
      'service',
      { ...service, required_documents: [{ document: '身份证' }] },
    ],
    ['a date in words', 'service', { ...service, assured_date: '2026年11月' }],
    ['a service of nobody', 'service', { ...service, organization: { id: service['id'] } }],
  ])('%s', (what, kind, wrong) => {
    const spoiled: unknown = JSON.parse(JSON.stringify(wrong));
    expect(faultsOf(kind, kind === 'service' ? service : office)).toEqual([]);
    expect(faultsOf(kind, spoiled)).not.toEqual([]);
    if (published)
      expect([what, publishedFaultsOf(kind, spoiled)?.length === 0]).toEqual([what, PASSED.has(what)]);
  });
});
