/** JSON Schemas of the content files, made of the very schemas that the check uses, for people with an editor. */
import { z } from 'zod';
import { hintOf } from '../../schemas/field.ts';
import { amongSamples, SAMPLES } from '../../domain/samples.ts';
import { KIND_NAMES, KINDS, formatOf, type KindName } from '../../kinds.ts';

type JsonSchema = Record<string, unknown>;

interface EditorSchema {
  /** The file's name in `schemas/`. */
  readonly file: string;
  /** Patterns of the content files that it speaks of. */
  readonly matches: readonly string[];
  readonly schema: JsonSchema;
}

const globs = (pattern: string) =>
  ['content', 'national'].map((folder) => `/${folder}/${pattern.replace(/<[^>]+>/g, '*')}`);

/** Where files of a kind stand, in an ordinary county and in the samples'. */
const places = (kind: KindName) => {
  const { pattern } = KINDS[kind];
  const samples = amongSamples(pattern.replace('<county>', SAMPLES));
  return [...new Set([pattern, ...(pattern.includes('<county>') ? [samples] : [])])].flatMap(globs);
};

/** What an editor shows beside a field: why it is closed, an example to copy. */
function describe(schema: z.ZodType, json: JsonSchema): void {
  const hint = hintOf(schema);
  if (!hint) return;
  const lines = [hint.closed, hint.example === undefined ? undefined : `例：${hint.example}`];
  const said = lines.filter(Boolean).join('\n');
  if (said) json['description'] = said;
  // Examples are kept as text; of lists and numbers they would not be what the field holds.
  delete json['examples'];
  const values = json['enum'];
  if (hint.choices && Array.isArray(values))
    json['enumDescriptions'] = values.map((value) => hint.choices?.[String(value)] ?? '');
}

/** Draft 7 is what editors know best. Rules that compare fields are beyond it: the content check stays the judge. */
function jsonSchema(title: string, schema: z.ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: part }) =>
      describe(zodSchema as unknown as z.ZodType, part as JsonSchema),
  }) as JsonSchema;
  const { $schema, ...rest } = json;
  return { $schema, title, ...rest };
}

/** One schema for each shape of JSON file; kinds of the same shape share it. */
export function editorSchemas(): EditorSchema[] {
  const names = KIND_NAMES.filter((name) => formatOf(name) === 'json');
  const shapes = new Map<z.ZodType, KindName[]>();
  for (const name of names) {
    const { schema } = KINDS[name];
    shapes.set(schema, [...(shapes.get(schema) ?? []), name]);
  }
  return [...shapes].map(([schema, kinds]) => {
    const [first = 'site'] = kinds;
    return {
      file: `${first}.schema.json`,
      matches: kinds.flatMap(places),
      schema: jsonSchema(KINDS[first].title, schema),
    };
  });
}

const asText = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** All files that editors read, by path from the project's root, with their text. */
export function editorFiles(): ReadonlyMap<string, string> {
  const schemas = editorSchemas();
  const settings = {
    'files.encoding': 'utf8',
    'files.associations': { '/content/places/*.geojson': 'json' },
    'json.schemas': schemas.map(({ file, matches }) => ({ fileMatch: matches, url: `./schemas/${file}` })),
  };
  return new Map([
    ...schemas.map(({ file, schema }) => [`schemas/${file}`, asText(schema)] as const),
    ['.vscode/settings.json', asText(settings)],
  ]);
}
