import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../../src/command/command.ts';
import { editorFiles, editorSchemas } from '../../src/scaffold/editor/json-schemas.ts';

interface Property {
  readonly title?: string;
  readonly description?: string;
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Property>>;
  readonly items?: Property;
}

const schemas = editorSchemas();
const named = (name: string) =>
  schemas.find(({ file }) => file === `${name}.schema.json`)?.schema as Property;
const contentFiles = ['content', 'national']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `/${folder}/${file.replaceAll('\\', '/')}`,
    ),
  )
  .filter((file) => file.endsWith('.json'));
const expression = (glob: string) => new RegExp(`^${glob.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`);
const schemaFor = (file: string) =>
  schemas.filter(({ matches }) => matches.some((glob) => expression(glob).test(file)));

describe('schemas for editors', () => {
  it('are those of the code: after a change run npm run schemas', () => {
    for (const [path, text] of editorFiles()) expect(readFileSync(join(ROOT, path), 'utf8'), path).toBe(text);
    expect(
      readdirSync(join(ROOT, 'schemas'))
        .map((name) => `schemas/${name}`)
        .sort(),
    ).toEqual([...editorFiles().keys()].filter((path) => path.startsWith('schemas/')).sort());
  });

  it('every JSON file of the content has exactly one, and passes it', () => {
    for (const file of contentFiles) {
      const [one, ...more] = schemaFor(file);
      expect([file, one?.file, more.length]).toEqual([file, expect.stringMatching(/schema\.json$/), 0]);
    }
    for (const { file, schema } of schemas) {
      const check = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
      for (const path of contentFiles.filter((one) => schemaFor(one)[0]?.file === file)) {
        const result = check.safeParse(JSON.parse(readFileSync(join(ROOT, path), 'utf8')));
        expect(result.error?.issues ?? [], path).toEqual([]);
      }
    }
  });

  it('name fields and choices in Chinese, with an example', () => {
    const phone = named('office').properties?.['phones']?.items?.properties;
    expect(phone?.['number']).toMatchObject({ title: '电话', description: '例：0800-2123456' });
    expect(phone?.['use']?.enumDescriptions).toContain('咨询电话');
    expect(named('whereabouts').properties?.['entries']?.items?.description).toContain('去向只写六类');
  });

  it('refuse what is no field', () => {
    const check = z.fromJSONSchema(named('staff') as Parameters<typeof z.fromJSONSchema>[0]);
    expect(check.safeParse({ people: [], provenance: { source: '局' }, mobile: '1' }).success).toBe(false);
  });
});
