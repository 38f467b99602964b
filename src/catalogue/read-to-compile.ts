/** What compiling the program takes of the content: a few texts, and where the site lies. Nothing of it is checked. */
import { formatOf, folderOf, KIND_NAMES, KINDS, type KindName } from '../kinds.ts';
import type { Entry } from './entry.ts';
import { placeFile } from './file-kind.ts';
import { readSources } from './national.ts';
import type { FoundFile } from './read-folder.ts';
import { holdsCode } from './read-markdown.ts';

/** The kinds that Astro compiles as code. */
export const COMPILED_KINDS: readonly KindName[] = KIND_NAMES.filter((kind) => formatOf(kind) === 'mdx');
const SITE = 'site.json';
const WANTED = new Set([SITE, ...COMPILED_KINDS.map(folderOf)]);

const textOf = (found: FoundFile) => Buffer.from(found.read()).toString('utf8');

function entryOf(found: FoundFile): Entry[] {
  const { placed } = placeFile(found.file);
  if (!placed || !COMPILED_KINDS.includes(placed.kind)) return [];
  const { file, national } = found;
  const { schema } = KINDS[placed.kind];
  const text = textOf(found);
  const read = { raw: undefined, data: {}, text, locate: () => undefined, prose: undefined };
  return [{ ...placed, file, ...(national && { national }), notation: 'yaml', schema, ...read }];
}

/**
 * The texts of a content folder that are compiled, with nothing understood, and its `site.json` as it stands. Undefined
 * where a text holds code: then nothing may be compiled. Throws where there is no `site.json` that is JSON.
 */
export function readToCompile(
  folder: string,
): { readonly entries: readonly Entry[]; readonly site: unknown } | undefined {
  const { files } = readSources(folder, (file) => WANTED.has(file.replace(/\/.*/, '')));
  const site = files.find(({ file }) => file === SITE);
  if (!site) throw new Error(`no ${SITE}`);
  const entries = files.flatMap(entryOf);
  if (entries.some(({ text }) => holdsCode(text))) return undefined;
  return { entries, site: JSON.parse(textOf(site)) as unknown };
}
