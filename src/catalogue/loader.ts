/** How Astro's collections are filled: from the one reading of the content, which check and commands use too. */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { collectionOf, formatOf, KIND_NAMES, KINDS, type KindName } from '../kinds.ts';
import type { Kind } from '../schemas/kind.ts';
import { noteFilled, runningBuild } from './current.ts';
import { dataOf } from './documents.ts';
import type { Entry } from './entry.ts';

/** What an entry is called in its collection, as in its address: `qianwei/luocheng/2026-11-22-zhiban`, `mediation`. */
function idOf({ names, file }: Entry): string {
  const { county, office, date, slug, year } = names;
  const own = [county, office, date && slug ? `${date}-${slug}` : slug, year].filter(Boolean);
  return own.join('/') || file.replace(/^.*\/|\.\w+$/g, '');
}

/**
 * What the store keeps of an entry: a small record whole, of those that grow with the city only what stands in
 * lists. The linked catalogue has the rest.
 */
const keptOf = (entry: Entry): Record<string, unknown> => {
  const { card }: Kind = KINDS[entry.kind];
  const data = dataOf(entry, entry.kind) as Record<string, unknown>;
  if (!card) return data;
  return Object.fromEntries(card.flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]])));
};

/** The entries of a kind as the store holds them, by their ids, for a project at `root`, as if they lay in `folder`. */
function storedOf(kind: KindName, root: string, folder = runningBuild().folder) {
  const { contents, national } = runningBuild();
  const deferredRender = formatOf(kind) === 'mdx';
  return (contents.of(kind) as readonly Entry[]).map((entry) => {
    const source = resolve(entry.national ? national : folder, entry.file);
    const filePath = relative(root, source).replaceAll('\\', '/');
    const kept = { data: keptOf(entry), filePath, ...(deferredRender && { deferredRender }) };
    return { id: idOf(entry), kept, text: entry.text };
  });
}

/** What Astro has been told in this process to compile: told again, it waits half a second before it goes on. */
const told = new Set<string>();

/** A loader for one kind of content; an entry whose file is unchanged stays as it is in the store. */
export const contentLoader = (kind: KindName): Loader => ({
  name: `open-office:${kind}`,
  load: ({ store, generateDigest, config }) => {
    const entries = storedOf(kind, fileURLToPath(config.root));
    const ids = new Set(entries.map(({ id }) => id));
    for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
    for (const { id, kept, text } of entries) {
      // Over what is kept as well as the text: the store outlives changes of this program.
      const isNew = !store.has(id);
      store.set({ id, ...kept, digest: generateDigest({ ...kept, text }) });
      if (!kept.deferredRender || (told.has(kept.filePath) && !isNew)) continue;
      store.addModuleImport(kept.filePath);
      told.add(kept.filePath);
    }
    noteFilled();
    return Promise.resolve();
  },
});

/**
 * All collections of the running build as Astro's pages take them, without its store; for a project at `root` whose
 * pages were compiled for the same texts in `folder`.
 */
export const storedCollections = (root: string, folder: string): Map<string, Map<string, object>> =>
  new Map(
    KIND_NAMES.map((kind) => [
      collectionOf(kind),
      new Map(storedOf(kind, root, folder).map(({ id, kept }) => [id, { id, ...kept }])),
    ]),
  );

/** The schema of what a collection keeps, for types and editors: the reader has held every file against the whole. */
export function keptSchema(kind: KindName): z.ZodType {
  const { card, schema }: Kind = KINDS[kind];
  if (!card || !(schema instanceof z.ZodObject)) return schema;
  const shape = schema.shape as z.core.$ZodShape;
  return z.object(Object.fromEntries(card.flatMap((key) => (shape[key] ? [[key, shape[key]]] : []))));
}
