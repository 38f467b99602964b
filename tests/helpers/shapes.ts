/** Linked data held against shapes (SHACL), by libraries that others wrote; nothing is asked of a network. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { DataFactory, Parser, type Quad_Object, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { ROOT } from '../../src/command/command.ts';

const graphOf = (text: string) => new Store(new Parser().parse(text));

/** Where a developer keeps the files that the standards publish themselves: `tests/fixtures/standards/README.md`. */
export const PUBLISHED = process.env['OPEN_OFFICE_SHAPES'];

/** The shapes of a standard, from the fixtures. */
export const shapesOf = (name: string): Store =>
  graphOf(readFileSync(join(ROOT, 'tests/fixtures/standards', `${name}.ttl`), 'utf8'));

/** The shapes as the standard publishes them, from a folder. */
export const publishedShapes = (folder: string, name: string): Store =>
  graphOf(readFileSync(join(folder, `${name}-SHACL.ttl`), 'utf8'));

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

const { literal, namedNode } = DataFactory;
const SH = 'http://www.w3.org/ns/shacl#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const WRONG: Readonly<Record<string, readonly Quad_Object[]>> = {
  nothing: [],
  words: [literal('一'), literal('二')],
  'a thing of no kind': [namedNode('urn:x:nothing')],
  'two things of no kind': [namedNode('urn:x:a'), namedNode('urn:x:b')],
};

/** One thing of each class after another, each property that the shapes speak of in turn made wrong in every way. */
export function* spoilings(data: Store, shapes: Store): Generator<readonly [string, Store]> {
  for (const { subject: shape, object: kind } of shapes.match(null, namedNode(`${SH}targetClass`))) {
    const [thing] = data.getSubjects(TYPE, kind, null);
    const properties = shapes.getObjects(shape, `${SH}property`, null);
    const paths = new Set(
      properties.flatMap((one) => shapes.getObjects(one, `${SH}path`, null)).map(({ value }) => value),
    );
    if (!thing) continue;
    for (const path of paths)
      for (const [how, values] of Object.entries(WRONG)) {
        const spoiled = new Store([...data]);
        spoiled.removeQuads(spoiled.getQuads(thing, path, null, null));
        for (const value of values) spoiled.addQuad(thing, namedNode(path), value);
        yield [`${kind.value} ${path}: ${how}`, spoiled];
      }
  }
}
