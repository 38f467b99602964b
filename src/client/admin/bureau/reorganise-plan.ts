/** A reorganisation as one proposal: what changes in words, what the account may not write left to those who may. */
import { may, needOf, type Need } from '../../../domain/ownership.ts';
import type { Problem } from '../../../domain/problems.ts';
import { differences } from '../../../editing/files.ts';
import { toBytes } from '../../../forges/base64.ts';
import type { Outcome } from '../../../reorganise/plan.ts';
import type { ReadFiles } from './reorganise-files.ts';
import { toldFiles } from './reorganise-told.ts';
import { bureauOf, placed, type ProposalPlan, type Room } from './room.ts';

/** What a change of a file needs, by where it stands. */
export function needAt(file: string): Need {
  if (/^(?:affairs|divisions|calendar)\//.test(file)) return { level: 'city' };
  return needOf(file, file.startsWith('counties/') ? 'county' : undefined);
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
  read: ReadFiles,
  { files, notes }: Outcome,
): ProposalPlan {
  const changes = differences(read.files, files);
  const mine = changes.filter(({ path }) => may(room.owner, needAt(path)));
  const others = changes.filter((one) => !mine.includes(one));
  return {
    branch: `ju/${about.county}`,
    by: bureauOf(room),
    titles: [about.title],
    parts: toldFiles(room.data, read.files, mine),
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
