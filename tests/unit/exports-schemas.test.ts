/** The files for others against the descriptions that go with them, by the validators of those descriptions. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { DOCUMENTED } from '../../src/exports/documented.ts';
import { jsonSchemaOf } from '../../src/exports/openapi.ts';
import { FILE_SCHEMAS } from '../../src/exports/schemas.ts';
import { realCity, smallCity } from '../helpers/exports.ts';

type Json = Record<string, unknown>;

const CITIES = { 'the city': realCity().files, 'a small city': smallCity().files };
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
