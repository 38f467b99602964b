/** Things as linked data (JSON-LD): names of things, texts in their language, and what many files name. */

export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const EU = 'http://publications.europa.eu/resource/authority';

export const iri = (id: string) => ({ '@id': id });

/** A thing and what it is: whoever reads this file alone knows. */
export const typed = (id: string, type: string) => ({ '@id': id, '@type': type });

export const chinese = (text: string) => ({ '@language': 'zh', '@value': text });
export const english = (text: string) => ({ '@language': 'en', '@value': text });

/** The language of the pages. */
export const CHINESE = typed(`${EU}/language/ZHO`, 'dct:LinguisticSystem');

/** What all of it is about, in the words of the European data portals. */
export const JUSTICE = {
  ...typed(`${EU}/data-theme/JUST`, 'skos:Concept'),
  'skos:prefLabel': english('Justice, legal system and public safety'),
};

const LICENCES: Readonly<Record<string, string>> = {
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/** A licence by its address, or by its words where it has none. */
export const licenceOf = (name: string): object =>
  LICENCES[name]
    ? typed(LICENCES[name], 'dct:LicenseDocument')
    : { '@type': 'dct:LicenseDocument', 'dct:title': chinese(name) };
