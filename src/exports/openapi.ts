import { z } from 'zod';
import type { Catalogue } from '../catalogue/types.ts';
import type { Documented } from '../domain/documented.ts';
import { FILE_SCHEMAS } from './schemas.ts';

/** The schema of a file as JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
export function jsonSchemaOf(name: string): Record<string, unknown> {
  const schema = FILE_SCHEMAS[name];
  if (!schema) throw new Error(`no schema ${name}`);
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    io: 'input',
    // Examples are kept as text; of lists and numbers they would not be what the field holds.
    override: ({ jsonSchema: part }) => delete part.examples,
  });
  return json;
}

const parameter = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });

function operation(id: string, { pattern, title, english, mediaType, schema }: Documented) {
  const [type = ''] = mediaType.split(';');
  const names = [...pattern.matchAll(/<(\w+)>/g)].map(([, name = '']) => name);
  return {
    get: {
      operationId: id,
      summary: title,
      description: english,
      ...(names.length > 0 && { parameters: names.map(parameter) }),
      responses: {
        '200': {
          description: title,
          content: { [type]: { schema: schema ? { $ref: `#/components/schemas/${schema}` } : {} } },
        },
        ...(names.length > 0 && { '404': { description: '没有这个文件：还没有公布，或者没有这个编号' } }),
      },
    },
  };
}

/** `data/openapi.json`: the static files as an interface that may be asked (OpenAPI 3.1). */
export function openApi(
  { site }: Catalogue,
  kinds: Readonly<Record<string, Documented>>,
  { root, digest }: { readonly root: string; readonly digest: (text: string) => string },
): string {
  const schemas = Object.keys(FILE_SCHEMAS).map((name) => [name, jsonSchemaOf(name)]);
  const paths = Object.entries(kinds).map(([id, kind]) => [
    kind.pattern.replace(/<(\w+)>/g, '{$1}'),
    operation(id, kind),
  ]);
  const content = {
    servers: [{ url: root.replace(/\/$/, '') || '/' }],
    paths: Object.fromEntries(paths) as object,
    components: { schemas: Object.fromEntries(schemas) as object },
  };
  const inputsDigest = digest(JSON.stringify(content));
  const info = {
    title: `${site.title}：开放数据`,
    version: '1',
    summary: '静态文件，只读，不用密钥',
    license: { name: site.contentLicence },
    'x-inputsDigest': inputsDigest,
  };
  return `${JSON.stringify({ openapi: '3.1.1', info, ...content }, null, 1)}\n`;
}
