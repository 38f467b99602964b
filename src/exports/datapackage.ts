import type { Catalogue } from '../catalogue/types.ts';
import type { Export, ExportContext } from './context.ts';
import { type Documented, sizeOf } from '../domain/documented.ts';
import { kept } from '../domain/reads.ts';

/** Columns that hold something else than a text; every other is one. */
const TYPES: Readonly<Record<string, object>> = {
  电话核实日期: { type: 'date' },
  办公时间核实日期: { type: 'date' },
  核实日期: { type: 'date' },
  内容日期: { type: 'date' },
  有效至: { type: 'date' },
  起始: { type: 'date' },
  计算时间: { type: 'datetime', format: 'any' },
  统一内容: { type: 'boolean', trueValues: ['是'], falseValues: ['否'] },
  网址: { type: 'string', format: 'default' },
};

/** What tells the lines of a table apart. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  officesCsv: ['编号'],
  disclosureCsv: ['编号', '事项编号'],
  standardsCsv: ['编号', '指标编号'],
};

const headerOf = (text: string) => text.slice(1, text.indexOf('\r\n')).split(',');

function tableSchema({ path, kind, build }: Export) {
  const names = kept(`header ${path}`, () => headerOf(build()));
  const fields = names.map((name) => ({
    name,
    ...(TYPES[name] ?? { type: 'string' }),
    ...(KEYS[kind]?.includes(name) && { constraints: { required: true } }),
  }));
  return { fields, missingValues: [''], ...(KEYS[kind] && { primaryKey: KEYS[kind] }) };
}

const NAMES = /^\/data\/|\.\w+$/g;

function resource(file: Export, { mediaType, english }: Documented) {
  const { path, title } = file;
  const format = path.slice(path.lastIndexOf('.') + 1);
  return {
    name: `${path.replace(NAMES, '')}-${format}`,
    path: path.slice('/data/'.length),
    title,
    description: english,
    format,
    mediatype: mediaType.replace(/;.*/, ''),
    encoding: 'utf-8',
    bytes: sizeOf(file),
    ...(format === 'csv' && {
      type: 'table',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: tableSchema(file),
    }),
  };
}

/** Licences of the Open Definition by the name that a city gives its own. */
const LICENCES: Readonly<Record<string, object>> = {
  'CC BY 4.0': { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
  'CC0 1.0': { name: 'CC0-1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' },
};

/** `data/datapackage.json`: the files of which there is one, with a schema for each table (Data Package, Table Schema). */
export function dataPackage(
  { site }: Catalogue,
  files: readonly Export[],
  kinds: Readonly<Record<string, Documented>>,
  { address, digest }: Pick<ExportContext, 'address' | 'digest'>,
): string {
  const resources = files.flatMap((file) => {
    const kind = kinds[file.kind];
    return kind && kind.pattern === file.path && file.path.startsWith('/data/') ? [resource(file, kind)] : [];
  });
  const data = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `open-office-${site.city.code}`,
    title: `${site.title}：开放数据`,
    description: site.description,
    homepage: address('/data/'),
    licenses: [LICENCES[site.contentLicence] ?? { title: site.contentLicence, name: 'notspecified' }],
    sources: site.dataSources.map(({ name }) => ({ title: name })),
    inputsDigest: digest(JSON.stringify(resources)),
    resources,
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}
