import type { Catalogue } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import type { Export, ExportContext } from './context.ts';
import { type Documented, sizeOf } from '../domain/documented.ts';
import { CHINESE, chinese, english, iri, JUSTICE, licenceOf, PREFIXES, typed } from './linked-data.ts';

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
  const dataset = ({ path, kind: id, build }: Export, kind: Documented) => ({
    '@id': `${page}#${id}`,
    '@type': 'dcat:Dataset',
    'dct:title': chinese(kind.title),
    'dct:description': [chinese(kind.about), english(kind.english)],
    'dct:identifier': path,
    'dct:publisher': iri(publisher['@id']),
    'dct:language': CHINESE,
    'dcat:theme': JUSTICE,
    'dcat:landingPage': typed(page, 'foaf:Document'),
    'dcat:distribution': {
      '@id': address(path),
      '@type': 'dcat:Distribution',
      'dct:title': chinese(kind.title),
      'dcat:accessURL': iri(page),
      'dcat:downloadURL': iri(address(path)),
      'dcat:mediaType': typed(
        `https://www.iana.org/assignments/media-types/${kind.mediaType.replace(/;.*/, '')}`,
        'dct:MediaType',
      ),
      'dcat:byteSize': {
        '@type': 'xsd:nonNegativeInteger',
        '@value': String(sizeOf({ path, build })),
      },
      'dct:license': licenceOf(site.contentLicence),
    },
  });
  const datasets = files.flatMap((file) => {
    const kind = kinds[file.kind];
    return kind && kind.pattern === file.path ? [dataset(file, kind)] : [];
  });
  const catalog = {
    '@context': PREFIXES,
    '@id': page,
    '@type': 'dcat:Catalog',
    'dct:title': chinese(`${site.title}：开放数据`),
    'dct:description': chinese(site.description),
    'dct:publisher': publisher,
    'dct:language': CHINESE,
    'foaf:homepage': typed(address(paths.home), 'foaf:Document'),
    'dcat:dataset': datasets,
  };
  return `${JSON.stringify(catalog, null, 1)}\n`;
}
