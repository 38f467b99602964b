/** Catalogues for data portals and public services, against the shapes of their standards. */
import { describe, expect, it } from 'vitest';
import { fullCity, realCity, SITE, smallCity } from '../helpers/exports.ts';
import {
  PUBLISHED,
  publishedShapes,
  shapeFaults,
  shapesOf,
  spoilings,
  triplesOf,
} from '../helpers/shapes.ts';

type Json = Record<string, unknown>;

const CITIES = { 'the city': realCity(), 'a small city': smallCity(), 'a full city': fullCity() };
const textAt = (path: string) => CITIES['a full city'].files.get(path)?.build() ?? '';

const STANDARDS = [
  { name: 'dcat-ap', title: 'DCAT-AP 3', path: '/data/catalog.jsonld', few: 200 },
  { name: 'cpsv-ap', title: 'CPSV-AP 3.2', path: '/data/cpsv-ap.jsonld', few: 1000 },
];

/** The restated shapes; beside them the published ones, where a developer has them. */
const allShapesOf = (name: string) => [
  shapesOf(name),
  ...(PUBLISHED === undefined ? [] : [publishedShapes(PUBLISHED, name)]),
];

describe.each(STANDARDS)('$path', ({ name, title, path, few }) => {
  it.each(Object.entries(CITIES))(`of %s is ${title} (rdf-validate-shacl)`, async (city, { files }) => {
    const data = await triplesOf(files.get(path)?.build() ?? '');
    // The reader drops what it cannot understand: what was read must be as much as was written.
    expect(data.size).toBeGreaterThan(city === 'a small city' ? 30 : few);
    for (const shapes of allShapesOf(name)) expect(await shapeFaults(data, shapes)).toEqual([]);
  });
});

/** Dates of no kind the published shapes of DCAT-AP 3.0.1 take; the text of the standard does not. */
const TAKEN = /terms\/(?:issued|modified): words$/;

/** A city of few things, one of each kind. */
function fewOf(path: string): string {
  const document = JSON.parse(textAt(path)) as Json;
  const datasets = document['dcat:dataset'] as Json[] | undefined;
  const graph = document['@graph'] as Json[] | undefined;
  const services = graph?.filter((one) => one['@type'] === 'cpsv:PublicService') ?? [];
  const rest = graph?.filter((one) => !services.includes(one));
  return JSON.stringify({
    ...document,
    ...(datasets && { 'dcat:dataset': datasets.slice(0, 1) }),
    ...(rest && { '@graph': [...rest, ...services.slice(0, 1)] }),
  });
}

const published = PUBLISHED;
if (published !== undefined)
  describe.each(STANDARDS)('$title, as it is published', ({ name, path }) => {
    it('says of everything that can be wrong what the restated shapes say', async () => {
      const data = await triplesOf(fewOf(path));
      const [ours, theirs] = [shapesOf(name), publishedShapes(published, name)];
      const verdicts = new Map<string, string>();
      for (const [what, spoiled] of [...spoilings(data, theirs), ...spoilings(data, ours)]) {
        const faults = [ours, theirs].map((shapes) => shapeFaults(spoiled, shapes));
        verdicts.set(what, (await Promise.all(faults)).map((all) => all.length > 0).join(' '));
      }
      expect(await shapeFaults(data, theirs)).toEqual([]);
      expect([...verdicts.values()].filter((told) => told === 'true true').length).toBeGreaterThan(100);
      const differ = [...verdicts].filter(([, told]) => !/^(true true|false false)$/.test(told));
      expect(differ.filter(([what]) => !TAKEN.test(what))).toEqual([]);
    });
  });

/** The first thing of a kind in a JSON-LD document, wherever it stands. */
function first(data: unknown, type: string): Json {
  const all: Json[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ((value as Json)['@type'] === type) all.push(value as Json);
    Object.values(value).forEach(visit);
  };
  visit(data);
  return all[0] ?? {};
}

const spoiled: [string, string, string, string, (thing: Json) => void][] = [
  [
    'dcat-ap',
    'a catalogue without a publisher',
    'dcat:Catalog',
    'publisher MinCount',
    (one) => delete one['dct:publisher'],
  ],
  [
    'dcat-ap',
    'a catalogue without a title',
    'dcat:Catalog',
    'title MinCount',
    (one) => delete one['dct:title'],
  ],
  [
    'dcat-ap',
    'a dataset without a description',
    'dcat:Dataset',
    'description MinCount',
    (one) => delete one['dct:description'],
  ],
  ['dcat-ap', 'a theme that is a word', 'dcat:Dataset', 'theme Class', (one) => (one['dcat:theme'] = 'law')],
  [
    'dcat-ap',
    'a distribution that is nowhere',
    'dcat:Distribution',
    'accessURL MinCount',
    (one) => delete one['dcat:accessURL'],
  ],
  [
    'dcat-ap',
    'a size in words',
    'dcat:Distribution',
    'byteSize Datatype',
    (one) => (one['dcat:byteSize'] = '2 MB'),
  ],
  [
    'dcat-ap',
    'a size that is no number',
    'dcat:Distribution',
    'byteSize Datatype',
    (one) => (one['dcat:byteSize'] = { '@type': 'xsd:nonNegativeInteger', '@value': '-1' }),
  ],
  [
    'dcat-ap',
    'a licence that is a word',
    'dcat:Distribution',
    'license Class',
    (one) => (one['dct:license'] = 'CC BY'),
  ],
  [
    'dcat-ap',
    'two licences',
    'dcat:Distribution',
    'license MaxCount',
    (one) =>
      (one['dct:license'] = ['a', 'b'].map((id) => ({ '@id': `urn:${id}`, '@type': 'dct:LicenseDocument' }))),
  ],
  ['dcat-ap', 'a publisher without a name', 'foaf:Agent', 'name MinCount', (one) => delete one['foaf:name']],
  [
    'dcat-ap',
    'a catalogue made by two',
    'dcat:Catalog',
    'creator MaxCount',
    (one) =>
      (one['dct:creator'] = ['a', 'b'].map((id) => ({
        '@id': `urn:${id}`,
        '@type': 'foaf:Agent',
        'foaf:name': id,
      }))),
  ],
  [
    'dcat-ap',
    'a kind of licence that is a word',
    'dct:LicenseDocument',
    'type Class',
    (one) => (one['dct:type'] = '署名'),
  ],
  [
    'dcat-ap',
    'a version said twice',
    'dcat:Dataset',
    'version MaxCount',
    (one) => (one['dcat:version'] = ['1', '2']),
  ],
  [
    'dcat-ap',
    'a dataset that comes from a word',
    'dcat:Dataset',
    'source Class',
    (one) => (one['dct:source'] = '司法局'),
  ],
  [
    'dcat-ap',
    'a packed file of two kinds',
    'dcat:Distribution',
    'compressFormat MaxCount',
    (one) =>
      (one['dcat:compressFormat'] = ['a', 'b'].map((id) => ({
        '@id': `urn:${id}`,
        '@type': 'dct:MediaType',
      }))),
  ],
  [
    'cpsv-ap',
    'a service that needs a word',
    'cpsv:PublicService',
    'requires Class',
    (one) => (one['dct:requires'] = '先公证'),
  ],
  [
    'cpsv-ap',
    'a law that is akin to a word',
    'eli:LegalResource',
    'relation Class',
    (one) => (one['dct:relation'] = '民法典'),
  ],
  [
    'cpsv-ap',
    'a service without a name',
    'cpsv:PublicService',
    'title MinCount',
    (one) => delete one['dct:title'],
  ],
  [
    'cpsv-ap',
    'a name in no language',
    'cpsv:PublicService',
    'title Datatype',
    (one) => (one['dct:title'] = '法律援助'),
  ],
  [
    'cpsv-ap',
    'a service without a description',
    'cpsv:PublicService',
    'description MinCount',
    (one) => delete one['dct:description'],
  ],
  [
    'cpsv-ap',
    'a service for which nobody answers',
    'cpsv:PublicService',
    'hasCompetentAuthority MinCount',
    (one) => delete one['cv:hasCompetentAuthority'],
  ],
  [
    'cpsv-ap',
    'an authority that is a word',
    'cpsv:PublicService',
    'hasCompetentAuthority Class',
    (one) => (one['cv:hasCompetentAuthority'] = '司法局'),
  ],
  [
    'cpsv-ap',
    'two identifiers',
    'cpsv:PublicService',
    'identifier MaxCount',
    (one) => (one['dct:identifier'] = ['a', 'b']),
  ],
  [
    'cpsv-ap',
    'a time that is none',
    'cpsv:PublicService',
    'processingTime Datatype',
    (one) => (one['cv:processingTime'] = { '@type': 'xsd:duration', '@value': '15天' }),
  ],
  [
    'cpsv-ap',
    'an authority of no area',
    'cv:PublicOrganisation',
    'spatial MinCount',
    (one) => delete one['dct:spatial'],
  ],
  ['cpsv-ap', 'a paper without a name', 'cv:Evidence', 'title MinCount', (one) => delete one['dct:title']],
  [
    'cpsv-ap',
    'a condition without an identifier',
    'cv:Requirement',
    'identifier MinCount',
    (one) => delete one['dct:identifier'],
  ],
  ['cpsv-ap', 'a fee in words', 'cv:Cost', 'hasValue Datatype', (one) => (one['cv:hasValue'] = '免费')],
  [
    'cpsv-ap',
    'a channel described in no language',
    'cv:Channel',
    'description Datatype',
    (one) => (one['dct:description'] = '窗口'),
  ],
  ['cpsv-ap', 'a result without a name', 'cv:Output', 'title MinCount', (one) => delete one['dct:title']],
];

describe('what is not as the standard asks is refused', () => {
  it.each(spoiled)('%s: %s', async (name, _, type, fault, spoil) => {
    const document = JSON.parse(textAt(STANDARDS.find((one) => one.name === name)?.path ?? '')) as Json;
    spoil(first(document, type));
    const [property = '', constraint = ''] = fault.split(' ');
    const data = await triplesOf(JSON.stringify(document));
    for (const shapes of allShapesOf(name))
      expect(await shapeFaults(data, shapes)).toContainEqual(
        expect.stringMatching(new RegExp(`[/#]${property} ${constraint}ConstraintComponent$`)),
      );
  });

  it('a word of no vocabulary is not read past in silence', async () => {
    await expect(triplesOf(JSON.stringify({ '@id': 'urn:a', title: '没有词汇' }))).rejects.toThrow();
    await expect(triplesOf(JSON.stringify({ '@context': 'https://example.org/x', a: 1 }))).rejects.toThrow();
  });
});

describe('the public services', () => {
  const { catalogue } = CITIES['a full city'];
  const things = (JSON.parse(textAt('/data/cpsv-ap.jsonld')) as { '@graph': Json[] })['@graph'];
  const said = (value: unknown) => (value as { '@value': string })['@value'];
  const list = (value: unknown) => value as Json[];

  it('are the guides, field by field', () => {
    for (const { slug, data } of catalogue.services) {
      const service = things.find((one) => one['@id'] === `${SITE}/services/${slug}/#service`) ?? {};
      expect(said(service['dct:title'])).toBe(data.title);
      expect(said(service['dct:description'])).toBe(data.summary);
      expect(list(service['dcat:keyword']).map(said)).toEqual(data.aliases);
      expect(list(service['cv:holdsRequirement']).map((one) => said(one['dct:title']))).toEqual(
        data.conditions,
      );
      expect(list(service['cpsv:hasInput']).map((one) => said(one['dct:title']))).toEqual(
        data.materials.map(({ name }) => name),
      );
      expect(list(service['cpsv:produces']).map((one) => said(one['dct:title']))).toEqual(data.result);
      expect(list(service['cv:hasChannel'])).toHaveLength(data.channels.length);
      const cost = service['cv:hasCost'] as Json;
      expect([said(cost['dct:description']), 'cv:hasValue' in cost]).toEqual([data.fee.text, data.fee.free]);
      const { '@id': id } = service['cv:hasCompetentAuthority'] as { '@id': string };
      const authority = said(things.find((one) => one['@id'] === id)?.['skos:prefLabel']);
      expect(authority).toBe(data.decides.who ?? catalogue.site.title);
      expect(list(service['cv:hasLegalResource']).map((one) => one['@id'])).toEqual(
        data.basis.map(({ law }) => `${SITE}/laws/${law}/`),
      );
    }
  });
});
