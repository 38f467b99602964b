import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { ROOT } from '../../src/command/command.ts';
import { unwrap } from '../../src/schemas/field.ts';
import { amongSamples, SAMPLES } from '../../src/domain/samples.ts';
import { KINDS, type KindName } from '../../src/kinds.ts';

const FOLDER = join(ROOT, 'national', 'samples');

interface Def {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Record<string, string>;
}

/** Choices that make a page of another kind; the rest of a field's choices need no sample each. */
const TELLING = /(?:^|\.)(?:state|kind|premises|use|role)$/;

/** Every field below a schema, and every choice of those that matter: `status.state=closed`, `phones[].use=fax`. */
function fieldsBelow(schema: z.ZodType, path: string): string[] {
  const def = unwrap(schema).def as unknown as Def;
  const each = (list: readonly unknown[]) =>
    TELLING.test(path) ? list.map((one) => `${path}=${String(one)}`) : [path];
  if (def.type === 'array' && def.element) return fieldsBelow(def.element, `${path}[]`);
  if (def.type === 'union') return (def.options ?? []).flatMap((one) => fieldsBelow(one, path));
  if (def.type === 'enum') return each(Object.values(def.entries ?? {}));
  if (def.type === 'literal') return each(def.values ?? []);
  if (def.type !== 'object') return [path];
  return Object.entries(def.shape ?? {}).flatMap(([name, inner]) =>
    fieldsBelow(inner, path ? `${path}.${name}` : name),
  );
}

/** The same of a value; a text or number also counts as a choice. */
function fieldsIn(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsIn(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path, `${path}=${String(value)}`];
  return Object.entries(value).flatMap(([name, inner]) => fieldsIn(inner, path ? `${path}.${name}` : name));
}

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).map((file) =>
  file.replaceAll('\\', '/'),
);

const read = (file: string): unknown => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  return file.endsWith('.md') ? parse(text.split(/^---$/m)[1] ?? '') : JSON.parse(text);
};

/** What the samples leave out on purpose. */
const LEFT_OUT = [
  // A bureau's hours and numbers are of the same make as an office's, which shows them all.
  /^bureau\.hours\.(?:marketDays|exceptions|duty|note)/,
  /^bureau\.phones\[\]\.use=(?:duty|fax)$/,
  // A weekly plan knows the states of a day's entries, which show all six.
  /^plan\.week\[\]\.state=/,
];

const kinds: readonly KindName[] = [
  'county',
  'divisions',
  'office',
  'staff',
  'whereabouts',
  'statistics',
  'officeNotice',
];

describe('the samples show every field that a clerk can fill in', () => {
  it.each(kinds)('%s', (kind) => {
    const path = amongSamples(KINDS[kind].pattern.replace('<county>', SAMPLES));
    const pattern = path.replace('samples/', '').replaceAll('.', '\\.');
    const name = new RegExp(`^${pattern.replace(/<date>|<office>|<slug>/g, '[\\w-]+')}$`);
    const used = new Set(files.filter((file) => name.test(file)).flatMap((file) => fieldsIn(read(file), '')));
    const wanted = [...new Set(fieldsBelow(KINDS[kind].schema, ''))];
    expect(wanted.length).toBeGreaterThan(2);
    expect(wanted.filter((path) => !used.has(path) && !LEFT_OUT.some((one) => one.test(path)))).toEqual([]);
  });
});
