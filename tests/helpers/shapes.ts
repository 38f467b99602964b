/** Linked data held against shapes (SHACL), by libraries that others wrote; nothing is asked of a network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { ROOT } from '../../src/command/command.ts';

const graphOf = (text: string) => new Store(new Parser().parse(text));

/** The shapes of a standard, from the fixtures. */
export const shapesOf = (name: string): Store =>
  graphOf(readFileSync(join(ROOT, 'tests/fixtures/standards', `${name}.ttl`), 'utf8'));

const noNetwork = (url: string): never => {
  throw new Error(`a context of another place: ${url}`);
};

/** What a JSON-LD text says, triple by triple. */
export async function triplesOf(text: string): Promise<Store> {
  const document = JSON.parse(text) as jsonld.JsonLdDocument;
  // `safe` fails on what has no meaning; the types do not know it yet.
  const options = { format: 'application/n-quads', documentLoader: noNetwork, safe: true } as object;
  return graphOf((await jsonld.toRDF(document, options)) as unknown as string);
}

/** Where a graph is not as the shapes ask: which thing, which property, what is asked. */
export async function shapeFaults(data: Store, shapes: Store): Promise<string[]> {
  const report = await new Validator(shapes).validate(data);
  return report.results.map(
    ({ focusNode, path, sourceConstraintComponent }) =>
      `${focusNode?.value} ${path?.value} ${sourceConstraintComponent?.value.replace(/^.*#/, '')}`,
  );
}
