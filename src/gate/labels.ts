/** What a file is to people: 甲镇司法所的公告《通知》, not a path in pinyin. */
import { readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { placeFile } from '../catalogue/file-kind.ts';
import { KINDS } from '../kinds.ts';
import type { Proposal } from './proposal.ts';
import { inContent, type ContentPlace } from './place.ts';
import type { Side } from './sides.ts';

/** Files of the content with what they are called; files that have no such name are not in it. */
export type Labels = Readonly<Record<string, string>>;

const TITLE = /^title:\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n]*?))\s*$/m;
const OFFICE = /^(offices|samples)\/(?:([^/]+)\/)?([^/]+)\/(?=[^/]+(?:\/[^/]+)?$)/;

/** Reads the later folder first: what a proposal calls it is what a reader will call it. */
function textAt(folders: readonly string[], file: string): string {
  for (const folder of folders)
    try {
      return readFileSync(join(folder, file), 'utf8');
    } catch {
      continue;
    }
  return '';
}

/** The `name` or `title` of a JSON file, the `title` of an article. */
export function titleIn(file: string, text: string): string | undefined {
  if (!file.endsWith('.json')) return TITLE.exec(text)?.slice(1).find(Boolean);
  try {
    const { name, title } = JSON.parse(text) as { name?: unknown; title?: unknown };
    return [name, title].find((one) => typeof one === 'string');
  } catch {
    return undefined;
  }
}

const titleOf = (folders: readonly string[], file: string) => titleIn(file, textAt(folders, file));

/** The office that a file lies with, by the name on its record. */
function officeOf(file: string, folders: readonly string[]): string | undefined {
  const [folder] = OFFICE.exec(file) ?? [];
  if (folder === undefined || file.startsWith('samples/') !== (folder.split('/').length === 3))
    return undefined;
  return titleOf(folders, `${folder}office.json`);
}

/** Whose photo a file is, or what kind of file. */
function assetOf(file: string, folders: readonly string[]): string {
  const name = basename(file);
  if (!file.includes('/photos/')) return `附件 ${name}`;
  try {
    const text = textAt(folders, file.replace(/photos\/[^/]+$/, 'staff.json'));
    const { people } = JSON.parse(text) as { people: readonly { name: string; photo?: string }[] };
    const person = people.find(({ photo }) => photo === name);
    return person ? `${person.name}的照片` : `照片 ${name}`;
  } catch {
    return `照片 ${name}`;
  }
}

function labelOf(file: string, folders: readonly string[]): string | undefined {
  const office = officeOf(file, folders);
  const kind = placeFile(file).placed?.kind;
  if (kind === 'office') return office;
  const what = kind === 'officeNotice' ? '公告' : kind ? KINDS[kind].title : assetOf(file, folders);
  const title = kind && /\.mdx?$/.test(file) ? titleOf(folders, file) : undefined;
  const told = title === undefined ? what : `${what}《${title}》`;
  if (office !== undefined) return `${office}的${told}`;
  if (kind === 'county') return `${titleOf(folders, file) ?? '县'}的基本情况`;
  return kind && title !== undefined ? told : kind && KINDS[kind].title;
}

/** The names of offices (`county/office`) and counties by their ids; an id that nobody has stays as it is. */
export const namesIn =
  (folders: readonly string[]) =>
  (id: string): string =>
    titleOf(folders, id.includes('/') ? `offices/${id}/office.json` : `counties/${id}.json`) ?? id;

/** Names for files, as either side has them. */
const labelsOf = (files: Iterable<string>, folders: readonly string[]): Labels =>
  Object.fromEntries(
    [...new Set(files)].flatMap((file) => {
      const label = labelOf(file, folders);
      return label === undefined ? [] : [[file, label]];
    }),
  );

/** The names of all files that a report speaks of. */
export function labelsIn(
  { changes }: Proposal,
  place: ContentPlace,
  found: readonly { readonly file: string }[],
  sides: readonly Side[],
): Labels {
  const inRepository = (file: string) => posix.normalize(posix.join(place.prefix, file));
  const paths = changes.flatMap(({ path, from }) => [path, ...(from === undefined ? [] : [from])]);
  const files = [...paths.flatMap((path) => inContent(place, path) ?? []), ...found.map(({ file }) => file)];
  // The later side first: offices stand in the content, whereabouts in a folder of their own.
  const folders = sides.toReversed().flatMap(({ folder, content }) => [folder, content]);
  const labels = Object.entries(labelsOf(files, [...new Set(folders)]));
  return Object.fromEntries(labels.map(([file, label]) => [inRepository(file), label]));
}
