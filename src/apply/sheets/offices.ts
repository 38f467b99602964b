import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NATIONAL } from '../../catalogue/national.ts';
import type { Catalogue, Office } from '../../catalogue/types.ts';
import { SAMPLES } from '../../domain/samples.ts';
import { FILE_NAMES, type OfficeChange, type OfficeRecords } from '../../sheets/model.ts';
import { pathOf } from '../../sheets/paths.ts';
import { Failure, UsageError } from '../../command/command.ts';
import type { ContentFolders } from '../../command/folders.ts';

/** Which offices are meant on a command line. */
interface Chosen {
  readonly county?: string | undefined;
  readonly office?: string | undefined;
}

/** Whether a path of the content is that of a real office's whereabouts. */
export const isWhereaboutsPath = (path: string): boolean =>
  /^offices\/[^/]+\/[^/]+\/whereabouts\.json$/.test(path);

/** The folder in which a file stands: whereabouts have one of their own (design §3). */
export const folderOf = (path: string, { content, whereabouts = content }: ContentFolders): string =>
  isWhereaboutsPath(path) ? whereabouts : content;

function textsOf(id: string, folders: ContentFolders): OfficeRecords['texts'] {
  return Object.fromEntries(
    FILE_NAMES.flatMap((name) => {
      const path = pathOf({ id }, name);
      const file = join(folderOf(path, folders), path);
      return existsSync(file) ? [[name, readFileSync(file, 'utf8')]] : [];
    }),
  );
}

/** The names of the notices' files are the truth: a notice with a fault is still there. */
function noticesOf(office: Office, { content }: ContentFolders): OfficeRecords['notices'] {
  const folder = join(content, pathOf(office, 'office'), '../affairs');
  if (!existsSync(folder)) return [];
  const known = new Map(
    office.notices.map(({ slug, data, body }) => [`${slug}.md`, { title: data.title, body }]),
  );
  return readdirSync(folder).map((file) => ({ file, title: '', ...known.get(file) }));
}

/** Samples come with the program where a city has none of its own. */
const comesAlong = (id: string, { content }: ContentFolders): boolean =>
  id.startsWith(`${SAMPLES}/`) && !existsSync(join(content, SAMPLES));

/** Where the files of an office stand. */
const homeOf = ({ id }: Office, folders: ContentFolders): ContentFolders =>
  comesAlong(id, folders) ? { content: NATIONAL } : folders;

/** Refuses changes of what comes with the program: the content has no place for them. */
export function requireOwn(changed: readonly OfficeChange[], folders: ContentFolders): void {
  const names = [...new Set(changed.filter(({ id }) => comesAlong(id, folders)).map(({ name }) => name))];
  if (names.length > 0)
    throw new Failure(
      `\n${names.join('、')}是随程序来的示例，不是本地的司法所，不能改，什么都没有写。请在表格里删掉示例的这些行；要改本地的司法所，“司法所”一栏写它的名称。`,
    );
}

/** The files of an office as they stand in the folders. */
export const filesOf = (office: Office, folders: ContentFolders): OfficeRecords => ({
  id: office.id,
  county: office.county.record.name,
  texts: textsOf(office.id, homeOf(office, folders)),
  notices: noticesOf(office, homeOf(office, folders)),
});

/** The offices chosen, grouped by county; all real ones when none is named. Samples only when named. */
export function chosenOffices({ county, office }: Chosen, catalogue: Catalogue): (readonly Office[])[] {
  if (county !== undefined && office !== undefined) throw new UsageError('--county 和 --office 只能写一个');
  if (office !== undefined) {
    const found = [...catalogue.offices, ...catalogue.samples].find(({ id }) => id === office);
    if (!found) throw new UsageError(`没有“${office}”这个司法所，写法例如 --office qianwei/luocheng`);
    return [[found]];
  }
  const counties = catalogue.counties.filter(({ slug }) => county === undefined || slug === county);
  if (counties.length === 0)
    throw new UsageError(
      `没有“${county}”这个县；可以写：${catalogue.counties.map(({ slug }) => slug).join('、')}`,
    );
  return counties.map(({ offices }) => offices).filter((offices) => offices.length > 0);
}
