/** The parts of the linked content whose fields are told apart, each with a name that is its own and stays. */
import type { History } from '../../domain/history.ts';
import type { Catalogue, County, Document, Office } from '../../catalogue/types.ts';

export interface Nodes {
  readonly nameOf: (node: object) => string | undefined;
  readonly named: (name: string) => object | undefined;
}

/** Names every part of a catalogue, and of what is known of its past. */
export function nodesOf(catalogue: Catalogue, history: History): Nodes {
  const names = new Map<object, string>();
  const nodes = new Map<string, object>();
  const add = (name: string, node: object, ...fields: readonly string[]) => {
    names.set(node, name);
    nodes.set(name, node);
    for (const field of fields) add(`${name}/${field}`, Reflect.get(node, field) as object);
  };
  const addTexts = (name: string, texts: readonly Document<unknown>[], ...more: readonly string[]) => {
    for (const one of texts) add(`${name}/${one.slug}`, one, 'data', ...more);
  };
  const addOffice = (office: Office) => {
    add(`office/${office.id}`, office, 'record');
    addTexts(`notice/${office.id}`, office.notices);
  };
  const addCounty = (county: County) => {
    add(`county/${county.slug}`, county, 'record');
    for (const township of county.townships) {
      add(`township/${county.slug}/${township.record.code}`, township, 'record');
      for (const one of township.communities) add(`village/${county.slug}/${one.record.code}`, one, 'record');
    }
    county.offices.forEach(addOffice);
  };
  add('catalogue', catalogue, 'site', 'photos', 'pages', 'quarantined');
  new Set([...catalogue.counties, ...catalogue.samples.map(({ county }) => county)]).forEach(addCounty);
  for (const text of catalogue.texts) addTexts(`text/${text.kind}`, [text]);
  for (const { slug, original } of catalogue.services) add(`text/service/${slug}/original`, original);
  addTexts('notice', catalogue.notices);
  addTexts('page', [...catalogue.pages.values()]);
  add('history', history, 'offices');
  for (const law of catalogue.laws) add(`law/${law.slug}`, law, 'record');
  return { nameOf: (node) => names.get(node), named: (name) => nodes.get(name) };
}
