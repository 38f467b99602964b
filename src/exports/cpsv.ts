import type { Catalogue } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import { formInWords } from '../views/guides.ts';
import type { ExportContext } from './context.ts';
import { CHINESE, chinese, iri, PREFIXES, typed } from './linked-data.ts';

type Guide = Catalogue['services'][number];

const CONTEXT = {
  ...PREFIXES,
  cv: 'http://data.europa.eu/m8g/',
  cpsv: 'http://purl.org/vocab/cpsv#',
  eli: 'http://data.europa.eu/eli/ontology#',
  atu: 'http://data.europa.eu/88u/dataset/',
};

const named = (id: string, type: string, title: string, more: object = {}) => ({
  ...typed(id, type),
  'dct:identifier': id,
  'dct:title': chinese(title),
  ...more,
});

const said = (text: string | undefined) => (text ? { 'dct:description': chinese(text) } : {});

/** What belongs to one guide, each thing with an address below the guide's own. */
function partsOf({ slug, data }: Guide, address: ExportContext['address']) {
  const page = address(paths.service(slug));
  const each = <T>(name: string, list: readonly T[], make: (id: string, one: T) => object) =>
    list.map((one, at) => make(`${page}#${name}-${at + 1}`, one));
  return {
    'cv:holdsRequirement': each('condition', data.conditions, (id, text) =>
      named(id, 'cv:Requirement', text),
    ),
    'cpsv:hasInput': each('paper', data.materials, (id, paper) =>
      named(id, 'cv:Evidence', paper.name, said([formInWords(paper), paper.note].filter(Boolean).join('；'))),
    ),
    'cv:hasChannel': each('channel', data.channels, (id, { kind, text }) => ({
      ...typed(id, 'cv:Channel'),
      'dct:identifier': id,
      ...said(`${kind}：${text}`),
    })),
    'cpsv:produces': each('result', data.result, (id, text) => named(id, 'cv:Output', text)),
    'cv:hasCost': {
      ...typed(`${page}#fee`, 'cv:Cost'),
      'dct:identifier': `${page}#fee`,
      ...said(data.fee.text),
      ...(data.fee.free && { 'cv:hasValue': { '@type': 'xsd:double', '@value': '0' } }),
    },
  };
}

/** Who decides, as the guide says; the publisher where it names nobody. */
const authorityOf = ({ data }: Guide, { site }: Catalogue) =>
  data.decides.who ?? (site.publisher.confirmed ? site.publisher.name : site.title);

/** `data/cpsv-ap.jsonld`: the guides as public services (CPSV-AP 3.2). */
export function publicServices(catalogue: Catalogue, { address }: Pick<ExportContext, 'address'>): string {
  const { site, services, laws } = catalogue;
  const file = address('/data/cpsv-ap.jsonld');
  const names = [...new Set(services.map((guide) => authorityOf(guide, catalogue)))];
  const authority = (name: string) => `${file}#authority-${names.indexOf(name) + 1}`;
  const area = `${file}#${site.city.code}`;
  const organisations = names.map((name) => ({
    ...typed(authority(name), 'cv:PublicOrganisation'),
    'skos:prefLabel': chinese(name),
    'dct:spatial': iri(area),
  }));
  const cited = new Set(services.flatMap(({ data }) => data.basis.map(({ law }) => law)));
  const resources = laws
    .filter(({ slug }) => cited.has(slug))
    .map(({ slug, record }) => named(address(paths.law(slug)), 'eli:LegalResource', record.name));
  const guides = services.map((guide) => ({
    ...named(`${address(paths.service(guide.slug))}#service`, 'cpsv:PublicService', guide.data.title),
    ...said(guide.data.summary),
    'dcat:keyword': guide.data.aliases.map(chinese),
    'dct:language': CHINESE,
    'dct:spatial': iri(area),
    'dct:modified': { '@type': 'xsd:date', '@value': guide.data.updated },
    'foaf:page': iri(address(paths.service(guide.slug))),
    'cv:hasCompetentAuthority': iri(authority(authorityOf(guide, catalogue))),
    'cv:hasLegalResource': guide.data.basis.map(({ law }) => iri(address(paths.law(law)))),
    ...partsOf(guide, address),
  }));
  const place = {
    '@id': area,
    '@type': ['dct:Location', 'atu:atu-type'],
    'dct:identifier': site.city.code,
    'skos:prefLabel': chinese(site.city.name),
  };
  const graph = [place, ...organisations, ...resources, ...guides];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 1)}\n`;
}
