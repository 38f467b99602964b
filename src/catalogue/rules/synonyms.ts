import type { Problem } from '../../domain/problems.ts';
import type { Contents } from '../contents.ts';
import { problemAt, type Entry } from '../entry.ts';
import { listAt, textAt } from '../loose.ts';
import { slugsOf } from './offices.ts';
import { checkReference, checkReferences } from './reference.ts';

/** Everyday words lead to guides and lines of work that exist, and each is explained once. */
export function checkWords(contents: Contents): Problem[] {
  const services = { name: '办事指南', ids: slugsOf(contents, 'service') };
  const functions = { name: '工作职能', ids: slugsOf(contents, 'functionPage') };
  const elsewhere = { name: '不归司法所管的事', ids: mattersOf(contents) };
  return [...contents.of('synonyms'), ...contents.of('ownWords')].flatMap((entry) => [
    ...listAt(entry.raw, ['words']).flatMap((_, at) => [
      ...checkReferences(entry, ['words', at, 'services'], services),
      ...checkReferences(entry, ['words', at, 'functions'], functions),
    ]),
    ...listAt(entry.raw, ['urgent']).flatMap((_, at) =>
      (['services', 'avoid'] as const).flatMap((key) =>
        checkReferences(entry, ['urgent', at, key], services),
      ),
    ),
    ...listAt(entry.raw, ['asked']).flatMap((_, at) => [
      ...checkReference(entry, ['asked', at, 'service'], services),
      ...checkReference(entry, ['asked', at, 'elsewhere'], elsewhere),
    ]),
    ...repeated(entry),
    ...(entry.kind === 'ownWords' ? beside(entry, contents) : []),
  ]);
}

/** What a place adds is not said already, what it does without is. */
function beside(entry: Entry, contents: Contents): Problem[] {
  const [dictionary] = contents.of('synonyms');
  if (dictionary && !dictionary.data) return [];
  const said = new Set(dictionary?.data?.words.flatMap(({ say }) => say));
  const without = listAt(entry.raw, ['without']);
  const unknown = without.flatMap((one, at) => {
    if (typeof one !== 'string' || said.has(one)) return [];
    const message = `words.json 里没有“${one}”这个说法`;
    return [
      problemAt(entry, {
        kind: 'reference',
        path: ['without', at],
        message,
        remedy: '照 words.json 里的写，或删掉',
      }),
    ];
  });
  const again = listAt(entry.raw, ['words']).flatMap((word, at) =>
    listAt(word, ['say']).flatMap((one, index) => {
      if (typeof one !== 'string' || !said.has(one) || without.includes(one)) return [];
      const message = `“${one}”在 words.json 里已经有了`;
      const remedy = `要改它指向哪里，先写进 without：["${one}"]；不改的删掉`;
      const path = ['words', at, 'say', index];
      return [problemAt(entry, { kind: 'duplicate', path, message, remedy })];
    }),
  );
  return [...unknown, ...again, ...unknownDangers(entry, dictionary)];
}

/** A place says more of dangers that there are. */
function unknownDangers(entry: Entry, dictionary: ReturnType<Contents['of']>[number] | undefined): Problem[] {
  const dangers = listAt(dictionary?.raw, ['urgent']).flatMap((one) => textAt(one, ['title']) ?? []);
  return listAt(entry.raw, ['heard']).flatMap((one, at) => {
    const title = textAt(one, ['title']);
    if (title === undefined || dangers.includes(title)) return [];
    const message = `words.json 里没有“${title}”这种危险`;
    const remedy = `照着写：${dangers.join('、')}`;
    return [problemAt(entry, { kind: 'reference', path: ['heard', at, 'title'], message, remedy })];
  });
}

const mattersOf = (contents: Contents): Set<string> =>
  new Set(
    contents
      .of('elsewhere')
      .flatMap(({ raw }) => listAt(raw, ['items']).flatMap((item) => textAt(item, ['id']) ?? [])),
  );

/** A way of saying that an earlier entry, or the same, already has. */
function repeated(entry: Entry): Problem[] {
  const first = new Map<string, number>();
  return listAt(entry.raw, ['words']).flatMap((word, at) =>
    listAt(word, ['say']).flatMap((_, index) => {
      const say = textAt(word, ['say', index]);
      if (say === undefined) return [];
      const earlier = first.get(say);
      first.set(say, earlier ?? at);
      if (earlier === undefined) return [];
      const message = `“${say}”重复，第 ${earlier + 1} 条已经写过`;
      const path = ['words', at, 'say', index];
      return [problemAt(entry, { kind: 'duplicate', path, message, remedy: '合并成一条，或删掉一处' })];
    }),
  );
}
