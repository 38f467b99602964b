/** A reorganisation as one proposal: what changes in words, what the account may not write left to those who may. */
import { changesBetween } from '../../../domain/changes.ts';
import { may } from '../../../domain/ownership.ts';
import type { Problem } from '../../../domain/problems.ts';
import { differences, type FileChange } from '../../../editing/files.ts';
import { toBytes } from '../../../forges/base64.ts';
import type { Outcome } from '../../../reorganise/plan.ts';
import { divisions } from '../../../schemas/divisions.ts';
import { office } from '../../../schemas/office.ts';
import type { ReviewPart } from '../review.ts';
import { tellChanges } from '../words.ts';
import { needAt } from './need-at.ts';
import type { Read } from './reorganise-files.ts';
import { bureauOf, placed, type Plan, type Room } from './room.ts';

const textOf = (body: FileChange['after']) => (typeof body === 'string' ? body : undefined);
const SCHEMAS = [
  [/^offices\/.+\/office\.json$/, office],
  [/^divisions\//, divisions],
] as const;

function partOf({ data }: Room, { files }: Read, { path, after }: FileChange): ReviewPart {
  const id = path.split('/').slice(1, 3).join('/');
  const called = data.counties.flatMap(({ offices }) => offices).find((one) => one.id === id)?.name;
  const title = called ? `${called}：${path.split('/').slice(3).join('/')}` : path;
  const schema = SCHEMAS.find(([fits]) => fits.test(path))?.[1];
  const text = textOf(after);
  if (after === undefined) return { title, told: [{ where: title, before: '有', after: '（删除）' }] };
  if (!schema || text === undefined) return { title, told: [{ where: title, before: '有', after: '改' }] };
  const [before, now] = [JSON.parse(textOf(files.get(path)) ?? '{}') as unknown, JSON.parse(text) as unknown];
  const naming = (asks: string | undefined, own: string) =>
    asks === 'division'
      ? data.townships.find(([code]) => code === own)?.[1]
      : data.counties.flatMap(({ offices }) => offices).find((one) => one.id === own)?.name;
  return { title, told: tellChanges(schema, before, now, changesBetween(before, now), naming) };
}

const hint = (message: string, remedy: string): Problem => ({
  kind: 'reference',
  severity: 'warning',
  file: '',
  message,
  remedy,
});

/** What is proposed of an outcome. */
export function planOf(
  room: Room,
  about: { readonly title: string; readonly county: string },
  read: Read,
  { files, notes }: Outcome,
): Plan {
  const changes = differences(read.files, files);
  const mine = changes.filter(({ path }) => may(room.owner, needAt(path)));
  const others = changes.filter((one) => !mine.includes(one));
  return {
    branch: `ju/${about.county}`,
    by: bureauOf(room),
    titles: [about.title],
    parts: mine.map((one) => partOf(room, read, one)),
    edits: mine.map(({ path, after }) => ({
      path: placed(room.data, path),
      bytes: typeof after === 'string' ? toBytes(after) : after,
      before: read.stored.get(path),
    })),
    problems: [
      ...others.map(({ path }) => hint(`${path} 也要改，这个账号不能改`, '请网站维护人员另提')),
      ...notes.map((note) => hint(note, '请看一看')),
      hint('指南、公告等别的文件里提到的，这里没有查', '提交以后自动检查会查，结果看“我的提交”'),
    ],
  };
}
