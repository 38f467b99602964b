/** How Astro's collections are filled: from the one reading of the content, which check and commands use too. */
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { formatOf, KINDS, type Kind, type KindName } from '../kinds.ts';
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

/** A loader for one kind of content; an entry whose file is unchanged stays as it is in the store. */
export const contentLoader = (kind: KindName): Loader => ({
  name: `open-office:${kind}`,
  load: ({ store, generateDigest, config }) => {
    const { contents, folder, national } = runningBuild();
    const entries = new Map((contents.of(kind) as readonly Entry[]).map((entry) => [idOf(entry), entry]));
    for (const id of store.keys()) if (!entries.has(id)) store.delete(id);
    const deferredRender = formatOf(kind) === 'mdx';
    for (const [id, entry] of entries) {
      const filePath = relative(
        fileURLToPath(config.root),
        resolve(entry.national ? national : folder, entry.file),
      ).replaceAll('\\', '/');
      const kept = { data: keptOf(entry), filePath, ...(deferredRender && { deferredRender }) };
      // Over what is kept as well as the text: the store outlives changes of this program.
      store.set({ id, ...kept, digest: generateDigest({ ...kept, text: entry.text }) });
      if (deferredRender) store.addModuleImport(filePath);
    }
    noteFilled();
    return Promise.resolve();
  },
});

/** The schema of what a collection keeps, for types and editors: the reader has held every file against the whole. */
export function keptSchema(kind: KindName): z.ZodType {
  const { card, schema }: Kind = KINDS[kind];
  if (!card || !(schema instanceof z.ZodObject)) return schema;
  const shape = schema.shape as z.core.$ZodShape;
  return z.object(Object.fromEntries(card.flatMap((key) => (shape[key] ? [[key, shape[key]]] : []))));
}
