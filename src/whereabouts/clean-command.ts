/** `npm run whereabouts -- --clean`: the branch made anew, wherever it is, and then published. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readContent } from '../catalogue/read-content.ts';
import { Failure, UsageError } from '../command/command.ts';
import { withWorkspace } from '../command/workspace.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { spell } from '../domain/spell.ts';
import { assess } from '../gate/assess.ts';
import { versionsAfter } from '../gate/privacy/repository.ts';
import { formatGate } from '../gate/report.ts';
import type { Site } from '../schemas/site.ts';
import { isOfficeFile } from './branch-tree.ts';
import { bringUp, editsIn, sourceOf } from './checkout.ts';
import { clean, type Cleaned, type CleanRequest, type Taking } from './clean.ts';
import { forkOf } from './edits.ts';

export interface CleanValues {
  readonly remote?: string | undefined;
  readonly branch?: string | undefined;
  readonly take?: string | undefined;
  readonly account?: readonly string[] | undefined;
  readonly approved?: boolean | undefined;
}

/** Where the site's settings say that whereabouts are kept. */
function settingsOf(content: string): { branch: string; folder: string } {
  const { entries } = readContent(content, ({ kind }) => kind === 'site');
  const site = entries.find(({ kind }) => kind === 'site')?.data as Site | undefined;
  return { branch: site?.editor?.data?.branch ?? 'quxiang', folder: site?.editor?.data?.folder ?? '' };
}

/** Decides over a proposal by the gate, after a look at nothing but the names of what it brings. */
function takingOf(head: string, { values, content, now }: Run, folder: string): Taking {
  const accounts = accountsOf(values);
  const own = (path: string) => (folder ? path.slice(folder.length + 1) : path);
  return {
    head,
    may: async (fetched) => {
      const { repository, base } = fetched;
      const fork = forkOf(repository, base, head);
      const versions = fork === undefined ? [] : versionsAfter(repository, fork, head);
      if (versions.length === 0 || !versions.every(({ path }) => isOfficeFile(own(path)))) return false;
      const place = { prefix: folder, rest: content };
      const report = await assess({ ...fetched, place, accounts, now });
      console.log(formatGate('text', report, folder));
      return report.verdict === 'merge' || (values.approved === true && report.verdict === 'pass');
    },
  };
}

function tell({ written, left, others, offices, taken }: Cleaned, values: CleanValues): void {
  if (values.take !== undefined)
    console.log(taken ? '这份修改已经写进数据分支。' : '这份修改要人看，没有写入。');
  for (const { name, does } of others)
    console.log(does === 'again' ? `分支 ${spell(name)} 已放到新的数据分支上。` : `已删除 ${spell(name)}。`);
  for (const { path, why } of left) console.error(`! ${spell(path)}：${spell(why)}`);
  console.log(`${written ? '数据分支已重新建立' : '数据分支不用改'}：${offices.size} 个所，只有还没过去的。`);
}

/** Lays the offices' files out for one call. */
const laidOut = <T>(offices: ReadonlyMap<string, string>, act: (folder: string) => T): T =>
  withWorkspace((folder) => {
    for (const [path, text] of offices) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return act(folder);
  });

/** The exit code where a proposal waits for somebody to look at it. */
const NOT_TAKEN = 3;

interface Run {
  readonly values: CleanValues;
  readonly content: string;
  /** A checkout of the branch, where there is one. */
  readonly whereabouts: string | undefined;
  readonly now: Date;
  /** Publishes from a folder; returns the exit code. */
  readonly publish: (folder: string) => number;
}

/** Cleans, tells, and publishes what is left; the exit code. */
export async function cleanAndPublish(run: Run): Promise<number> {
  const { values, content, whereabouts, now, publish } = run;
  const settings = settingsOf(content);
  const checkout = whereabouts === undefined ? undefined : sourceOf(whereabouts);
  if (values.remote !== undefined && whereabouts !== undefined)
    throw new UsageError('--remote 和 --whereabouts 只能用一个');
  const remote = values.remote ?? checkout?.remote;
  if (remote === undefined)
    throw new UsageError('要写数据分支在哪个仓库，例如 --remote /srv/git/wangzhan.git');
  const branch = values.branch ?? checkout?.branch ?? settings.branch;
  const { folder } = settings;
  const request: CleanRequest = {
    remote,
    branch,
    folder,
    today: dateInShanghai(now),
    ...(checkout && whereabouts && { edits: editsIn(whereabouts, branch, folder) }),
    ...(values.take !== undefined && {
      take: takingOf(values.take, run, folder),
    }),
  };
  const cleaned = await clean(request);
  if (checkout && whereabouts) bringUp(whereabouts, branch);
  tell(cleaned, values);
  const code = laidOut(cleaned.offices, publish);
  if (values.take !== undefined) return cleaned.taken ? code : NOT_TAKEN;
  return cleaned.left.length > 0 ? 1 : code;
}

function accountsOf({ account = [] }: CleanValues): readonly string[] {
  if (account.length === 0) throw new Failure('--take 要和 --account 一起用：写提交人在代码平台上的账号');
  return account;
}
