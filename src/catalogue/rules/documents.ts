import { citationsIn } from '../../domain/cited.ts';
import type { Problem } from '../../domain/problems.ts';
import { CITING_KINDS, folderOf, LISTED_KINDS } from '../../kinds.ts';
import { valueAt, type Path } from '../../schemas/walk.ts';
import type { Contents } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';
import { slugsOf } from './offices.ts';
import { checkReference, checkReferences } from './reference.ts';

/** Texts name guides, functions and each other's related ones by existing slugs: of a new kind of text too. */
export function checkDocumentReferences(contents: Contents): Problem[] {
  const services = { name: '办事指南', ids: slugsOf(contents, 'service') };
  const functions = { name: '工作职能', ids: slugsOf(contents, 'functionPage') };
  const laws = { name: '法律', ids: slugsOf(contents, 'law') };
  return [
    ...contents
      .of('service')
      .flatMap((entry) => [
        ...checkReferences(entry, ['functions'], functions),
        ...checkReferences(entry, ['related'], services),
      ]),
    ...contents.of('law').flatMap((entry) => checkReference(entry, ['successor'], laws)),
    ...bearingProblems(contents),
    ...([...LISTED_KINDS, 'triage', 'elsewhere'] as const)
      .flatMap((kind): readonly Entry[] => contents.of(kind))
      .flatMap((entry) =>
        [...serviceLists(entry.raw)].flatMap((path) => checkReferences(entry, path, services)),
      ),
  ];
}

/** Own documents are about texts that there are, with articles of their own. */
function bearingProblems(contents: Contents): Problem[] {
  const items = contents
    .of('disclosure')
    .flatMap(({ raw }) => listAt(raw, ['items']).map((one) => `disclosure/${textAt(one, ['id'])}`));
  const guides = LISTED_KINDS.filter((kind) => CITING_KINDS.includes(kind)).flatMap((kind) =>
    [...slugsOf(contents, kind)].map((slug) => `${folderOf(kind)}/${slug}`),
  );
  const texts = { name: '文本', ids: new Set([...guides, ...items]) };
  return contents
    .of('law')
    .flatMap((entry) =>
      listAt(entry.raw, ['bearsOn']).flatMap((_, at) => [
        ...checkReference(entry, ['bearsOn', at, 'text'], texts),
        ...articleProblems(entry, ['bearsOn', at], entry),
      ]),
    );
}

/** A citation names a law of `laws/` and articles that are written there (design §2.7). */
export function checkCitations(contents: Contents): Problem[] {
  const laws = { name: '法律', ids: slugsOf(contents, 'law') };
  const bySlug = new Map(contents.of('law').map((law) => [law.names['slug'], law]));
  const citing = CITING_KINDS.flatMap((kind): readonly Entry[] => contents.of(kind));
  return citing.flatMap((entry) =>
    [...citationsIn(entry.raw)].flatMap(({ path }) => [
      ...checkReference(entry, [...path, 'law'], laws),
      ...articleProblems(entry, path, bySlug.get(textAt(entry.raw, [...path, 'law']))),
      ...repealedProblems(entry, path, bySlug.get(textAt(entry.raw, [...path, 'law']))),
    ]),
  );
}

/** The paths of every `services` list below a value. */
function* serviceLists(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(valueAt(value, ['services']))) yield [...path, 'services'];
  const parts: Iterable<[string | number, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  for (const [key, part] of parts) yield* serviceLists(part, [...path, key]);
}

function articleProblems(entry: Entry, path: Path, law: Entry | undefined): Problem[] {
  if (law?.raw === undefined) return [];
  const known = new Set(listAt(law.raw, ['articles']).flatMap((one) => textAt(one, ['article']) ?? []));
  const target = { name: `条文（${law.file} 的 articles 里）`, ids: known, exact: true };
  return checkReferences(entry, [...path, 'articles'], target);
}

/** A repealed law is no basis for anything (design §2.7); one that may be changing is shown as 待核 instead. */
function repealedProblems(entry: Entry, path: Path, law: Entry | undefined): Problem[] {
  if (textAt(law?.raw, ['status']) !== 'repealed') return [];
  const successor = textAt(law?.raw, ['successor']);
  const message = `《${textAt(law?.raw, ['name']) ?? law?.names['slug']}》已经废止，不能作依据`;
  const remedy = successor ? `改引接替它的 "${successor}"` : '改引现行的法律，或删掉这一条依据';
  return [problemAt(entry, { kind: 'reference', path: [...path, 'law'], message, remedy })];
}
