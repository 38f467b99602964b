import type { Catalogue } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import type { Export, ExportContext } from './context.ts';
import type { Documented } from '../domain/documented.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const EU = 'http://publications.europa.eu/resource/authority';
const LICENCES: Readonly<Record<string, string>> = {
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
};

const iri = (id: string) => ({ '@id': id });
const chinese = (text: string) => ({ '@language': 'zh', '@value': text });
const english = (text: string) => ({ '@language': 'en', '@value': text });

/** `data/catalog.jsonld`: the files of which there is one, as a catalogue of data (DCAT-AP 3). */
export function dcatCatalog(
  { site }: Catalogue,
  files: readonly Export[],
  kinds: Readonly<Record<string, Documented>>,
  { address }: Pick<ExportContext, 'address'>,
): string {
  const page = address(paths.data);
  const publisher = {
    '@id': `${page}#publisher`,
    '@type': 'foaf:Agent',
    'foaf:name': chinese(site.publisher.confirmed ? site.publisher.name : site.title),
  };
  const licence = LICENCES[site.contentLicence];
  const dataset = ({ path, kind: id, build }: Export, kind: Documented) => ({
    '@id': `${page}#${id}`,
    '@type': 'dcat:Dataset',
    'dct:title': chinese(kind.title),
    'dct:description': [chinese(kind.about), english(kind.english)],
    'dct:identifier': path,
    'dct:publisher': iri(publisher['@id']),
    'dct:language': iri(`${EU}/language/ZHO`),
    'dcat:theme': iri(`${EU}/data-theme/JUST`),
    'dcat:landingPage': iri(page),
    'dcat:distribution': {
      '@id': address(path),
      '@type': 'dcat:Distribution',
      'dct:title': chinese(kind.title),
      'dcat:accessURL': iri(page),
      'dcat:downloadURL': iri(address(path)),
      'dcat:mediaType': iri(
        `https://www.iana.org/assignments/media-types/${kind.mediaType.replace(/;.*/, '')}`,
      ),
      'dcat:byteSize': {
        '@type': 'xsd:nonNegativeInteger',
        '@value': String(new TextEncoder().encode(build()).length),
      },
      'dct:license': licence ? iri(licence) : chinese(site.contentLicence),
    },
  });
  const datasets = files.flatMap((file) => {
    const kind = kinds[file.kind];
    return kind && kind.pattern === file.path ? [dataset(file, kind)] : [];
  });
  const catalog = {
    '@context': CONTEXT,
    '@id': page,
    '@type': 'dcat:Catalog',
    'dct:title': chinese(`${site.title}：开放数据`),
    'dct:description': chinese(site.description),
    'dct:publisher': publisher,
    'dct:language': iri(`${EU}/language/ZHO`),
    'foaf:homepage': iri(address(paths.home)),
    'dcat:dataset': datasets,
  };
  return `${JSON.stringify(catalog, null, 1)}\n`;
}
