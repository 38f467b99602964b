/** What a reorganisation changes, in words: records by their fields, addresses by where they lead, offices by where they go. */
import { changesBetween } from '../../../domain/changes.ts';
import type { FileChange, Files } from '../../../editing/files.ts';
import { OFFICE_FILES } from '../../../reorganise/plan.ts';
import { county } from '../../../schemas/county.ts';
import { divisions } from '../../../schemas/divisions.ts';
import { office } from '../../../schemas/office.ts';
import { owners } from '../../../schemas/owners.ts';
import type { Redirects } from '../../../schemas/redirects.ts';
import type { AdminData } from '../../../views/admin.ts';
import type { ReviewPart } from '../review.ts';
import { tellChanges, type Naming, type ToldChange } from '../words.ts';

const SCHEMAS = [
  [OFFICE_FILES, office],
  [/^divisions\//, divisions],
  [/^counties\/[^/]+\.json$/, county],
  [/^owners\.json$/, owners],
] as const;

/** What files are called that are no office's. */
const TITLES = [
  [/^divisions\//, '乡镇、街道与村、社区'],
  [/^counties\//, '县（市、区）资料'],
  [/^owners\.json$/, '账号'],
  [/^redirects\.json$/, '旧网址跳到哪里'],
] as const;

const titleOf = (path: string, { counties }: AdminData): string => {
  const title = TITLES.find(([fits]) => fits.test(path))?.[1] ?? path;
  const own = counties.find(({ slug }) => path.startsWith(`divisions/${slug}.`));
  return own ? `${own.name}：${title}` : title;
};

const NOTHING = '（没有）';
const folderOf = (path: string) => path.split('/').slice(0, 3).join('/');
const slugOf = (path: string) => path.split('/')[2];

/** The folders of offices that stand elsewhere now: the new ones with the old ones. */
function movesIn(files: Files, changes: readonly FileChange[]): ReadonlyMap<string, string> {
  const records = changes.filter(({ path }) => OFFICE_FILES.test(path));
  const gone = records.filter(({ after }) => after === undefined);
  const fresh = records.filter(({ path }) => !files.has(path));
  const unnamed = gone.find((one) => !fresh.some(({ path }) => slugOf(path) === slugOf(one.path)));
  return new Map(
    fresh.flatMap(({ path }) => {
      const old = gone.find((one) => slugOf(one.path) === slugOf(path)) ?? unnamed;
      return old ? [[folderOf(path), folderOf(old.path)] as const] : [];
    }),
  );
}

/** Every address that leads on from now, and where to. */
function toldRedirects(before: string, after: string): ToldChange[] {
  const listed = (text: string) => (JSON.parse(text) as Redirects).redirects;
  const known = new Set(listed(before).map(({ from }) => from));
  const fresh = listed(after).filter(({ from }) => !known.has(from));
  return fresh.map(({ from, to }) => ({ where: '旧网址', before: from, after: `跳转到 ${to}` }));
}

const textIn = (files: Files, path: string) => {
  const body = files.get(path);
  return typeof body === 'string' ? body : undefined;
};

function toldOf(files: Files, origin: string, { path, after }: FileChange, naming: Naming): ToldChange[] {
  const before = textIn(files, origin);
  if (path === 'redirects.json') return toldRedirects(before ?? '{"redirects":[]}', String(after));
  const place = { where: '文件', before: files.has(origin) ? origin : NOTHING, after: path };
  if (after === undefined) return [{ ...place, after: '（删除）' }];
  const schema = SCHEMAS.find(([fits]) => fits.test(path))?.[1];
  const moved = origin === path ? [] : [place];
  if (!schema) return origin === path ? [{ ...place, after: '改' }] : moved;
  const [old, now] = [JSON.parse(before ?? '{}') as unknown, JSON.parse(String(after)) as unknown];
  return [...moved, ...tellChanges(schema, old, now, changesBetween(old, now), naming)];
}

/** Each file that changes with what changes in it; one that stands elsewhere now is told there. */
export function toldFiles(data: AdminData, files: Files, changes: readonly FileChange[]): ReviewPart[] {
  const { counties, townships } = data;
  const moves = movesIn(files, changes);
  const left = new Set(moves.values());
  const offices = counties.flatMap((one) => one.offices);
  const called = (path: string) => offices.find(({ id }) => `offices/${id}` === folderOf(path))?.name;
  const naming: Naming = (asks, own) =>
    asks === 'division'
      ? townships.find(([code]) => code === own)?.[1]
      : offices.find(({ id }) => id === own)?.name;
  return changes
    .filter(({ path, after }) => after !== undefined || !left.has(folderOf(path)))
    .map((change) => {
      const { path } = change;
      const old = moves.get(folderOf(path));
      const origin = old ? path.replace(folderOf(path), old) : path;
      const name = called(origin);
      const title = name ? `${name}：${path.split('/').slice(3).join('/')}` : titleOf(path, data);
      return { title, told: toldOf(files, origin, change, naming) };
    });
}
