/** The files for others against the descriptions that go with them, by the validators of those descriptions. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { DOCUMENTED } from '../../src/exports/documented.ts';
import { jsonSchemaOf } from '../../src/exports/openapi.ts';
import { FILE_SCHEMAS } from '../../src/exports/schemas.ts';
import { fullCity, realCity, SITE, smallCity } from '../helpers/exports.ts';

type Json = Record<string, unknown>;

const CITIES = {
  'the city': realCity().files,
  'a small city': smallCity().files,
  'a full city': fullCity().files,
};
const documented = new Map(Object.entries(DOCUMENTED));
const schemaOf = (kind: string) => {
  const row = documented.get(kind);
  return row && 'schema' in row ? row.schema : undefined;
};

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const validators = new Map(Object.keys(FILE_SCHEMAS).map((name) => [name, ajv.compile(jsonSchemaOf(name))]));
const faultsOf = (name: string, data: unknown) => {
  const validate = validators.get(name);
  return validate?.(data) ? [] : (validate?.errors ?? ['no such schema']);
};

describe.each(Object.entries(CITIES))('of %s', (_, files) => {
  it('every JSON file is what its schema says, with not a field more', () => {
    const typed = [...files.values()].filter(({ kind }) => schemaOf(kind));
    expect(new Set(typed.map(({ kind }) => schemaOf(kind)))).toEqual(new Set(Object.keys(FILE_SCHEMAS)));
    const wrong = typed.flatMap((file) =>
      faultsOf(schemaOf(file.kind) ?? '', JSON.parse(file.build())).map((fault) => [file.path, fault]),
    );
    expect(wrong).toEqual([]);
  });

  it('the description of the interface is OpenAPI 3.1 and names every file', async () => {
    const text = files.get('/data/openapi.json')?.build() ?? '';
    const result = await new Validator().validate(JSON.parse(text) as Json);
    expect([result.errors, result.valid]).toEqual([undefined, true]);
    const { paths } = JSON.parse(text) as { paths: Json };
    const patterns = Object.keys(paths).map(
      (path) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[\\w-]+')}$`),
    );
    const unnamed = [...files.keys()].filter((path) => !patterns.some((one) => one.test(path)));
    expect(unnamed).toEqual([]);
  });
});

describe('what is not as the description says is refused', () => {
  const { files } = smallCity();
  const read = (path: string) => JSON.parse(files.get(path)?.build() ?? '') as Json;
  const first = (data: Json) => (data['items'] as Json[])[0] as Json;

  it.each<[string, string, string, (data: Json) => void]>([
    ['a field that nobody documented', '/data/offices.json', 'Offices', (data) => (first(data)['x'] = 1)],
    ['an office without a name', '/data/offices.json', 'Offices', (data) => delete first(data)['name']],
    [
      'hours that are none',
      '/data/offices.json',
      'Offices',
      (data) => (first(data)['hours'] = { seasons: [] }),
    ],
    ['a guide without papers', '/data/services.json', 'Services', (data) => delete first(data)['materials']],
    ['a village of no kind', '/data/villages.json', 'Villages', (data) => (first(data)['kind'] = 'hamlet')],
    ['a file without a digest', '/data/laws.json', 'Laws', (data) => delete data['inputsDigest']],
  ])('%s', (_, path, name, spoil) => {
    const data = read(path);
    expect(faultsOf(name, data)).toEqual([]);
    spoil(data);
    expect(faultsOf(name, data)).not.toEqual([]);
  });

  const full = CITIES['a full city'];
  type Organization = { id: string; locations?: { schedules?: Json[] }[] };
  const organizations = () =>
    JSON.parse(full.get('/data/hsds/organizations.json')?.build() ?? '') as { contents: Organization[] };

  it.each([
    ['a time that is none (which HSDS’s own schema takes)', { opens_at: '25:99' }],
    ['a time without its zone', { closes_at: '17:00' }],
    ['a day that is none', { byday: 'MO,XX' }],
    ['an identifier that is none', { id: 'schedule-1' }],
  ])('%s', (_, wrong) => {
    const data = organizations();
    expect(faultsOf('HsdsOrganizations', data)).toEqual([]);
    const schedule = data.contents.flatMap(({ locations = [] }) => locations[0]?.schedules ?? [])[0];
    Object.assign(schedule ?? {}, wrong);
    expect(faultsOf('HsdsOrganizations', data)).not.toEqual([]);
  });

  it('an identifier of HSDS stands for one thing, and an office lies below a bureau that is there', () => {
    const text = full.get('/data/hsds/organizations.json')?.build() ?? '';
    const ids = [...text.matchAll(/"id": "([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const parents = [...text.matchAll(/"parent_organization_id": "([^"]+)"/g)].map(([, id]) => id);
    expect(parents).toHaveLength(132);
    expect(parents.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('the catalogue for data portals names every file of which there is one, with where it is and what it weighs', () => {
    const catalog = JSON.parse(full.get('/data/catalog.jsonld')?.build() ?? '') as {
      'dcat:dataset': { 'dct:title': unknown; 'dct:description': unknown; 'dcat:distribution': Json }[];
    };
    const single = Object.values(DOCUMENTED).filter(({ pattern }) => !pattern.includes('<'));
    const described = catalog['dcat:dataset'].map((one) => {
      expect([one['dct:title'], one['dct:description']].every(Boolean)).toBe(true);
      const at = one['dcat:distribution'];
      const path = String(at['@id']).replace(SITE, '');
      const bytes = Buffer.byteLength(full.get(path)?.build() ?? '');
      expect((at['dcat:byteSize'] as Json)['@value']).toBe(String(bytes));
      return path;
    });
    const describing = ['/data/catalog.jsonld', '/data/datapackage.json', '/data/openapi.json', '/llms.txt'];
    expect([...described, ...describing].sort()).toEqual(single.map(({ pattern }) => pattern).sort());
  });

  it.each<[string, (api: Json) => void]>([
    ['an interface without a version', (api) => delete api['openapi']],
    ['a path without a slash', (api) => (api['paths'] = { 'data/x': {} })],
    ['an answer without words', (api) => (api['paths'] = { '/x': { get: { responses: { 200: {} } } } })],
  ])('%s', async (_, spoil) => {
    const api = read('/data/openapi.json');
    spoil(api);
    expect((await new Validator().validate(api)).valid).toBe(false);
  });
});
