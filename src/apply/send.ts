/** A proposal on its way: a branch, its push, the request to merge it. */
import { Failure } from '../command/command.ts';
import type { ContentFolders } from '../command/folders.ts';
import { openForge } from '../forges/open.ts';
import { ForgeError, type Proposed, type RequestTarget } from '../forges/types.ts';
import type { EditorSettings } from '../schemas/editor.ts';
import { commitOnBranch, push, requireCommitted } from './branch.ts';
import { isWhereaboutsPath } from './sheets/offices.ts';
import type { AppliedProposal } from './understand.ts';
import { writeChanges } from './whereabouts.ts';

interface Sending {
  readonly push: boolean;
  readonly remote: string;
  readonly editor: EditorSettings | undefined;
}

/** Sends the branch and asks for it to be merged, as far as this machine may. */
async function send(
  proposal: AppliedProposal,
  branch: string,
  folder: string,
  sending: Sending,
): Promise<void> {
  const { editor, remote } = sending;
  if (!sending.push) {
    console.log('下一步推送，再在代码平台上提合并请求：\n');
    console.log(`  git push -u ${remote} ${branch}`);
    return;
  }
  push(folder, remote, branch);
  const token = process.env['FORGE_TOKEN'];
  if (!editor || !token) {
    console.log(`已推送到 ${remote}。下一步在代码平台上提合并请求。`);
    return;
  }
  const { title, description } = proposal;
  const { url = '' } = await request(editor, token, { base: editor.branch, branch, title, description });
  console.log(`合并请求：${url}`);
}

/** The request from a branch that is pushed: the one that an earlier run has made, or a new one. */
async function request(
  editor: EditorSettings,
  token: string,
  wanted: RequestTarget & Pick<AppliedProposal, 'title' | 'description'>,
): Promise<Proposed> {
  const forge = await openForge(editor, token);
  try {
    return (await forge.findRequest(wanted)) ?? (await forge.openRequest(wanted));
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    throw new Failure(
      `分支已经推送，但没有提成合并请求：${error.message}\n再运行一次同样的命令，或者在平台上手工提。`,
    );
  }
}

/** Puts a proposal on a branch of its own and sends it as far as this machine may; whereabouts go their own way. */
export async function propose(
  proposal: AppliedProposal,
  branch: string,
  from: ContentFolders,
  today: string,
  sending: Sending,
): Promise<void> {
  const { title, description } = proposal;
  const changes = proposal.changes.filter(({ path }) => !isWhereaboutsPath(path));
  const daily = proposal.changes.filter(({ path }) => isWhereaboutsPath(path));
  if (changes.length > 0) requireCommitted(from.content);
  if (daily.length > 0) await writeChanges(from, daily, today);
  if (changes.length === 0) return;
  const commit = commitOnBranch(from.content, { branch, title, description, changes });
  console.log(`\n已提交到分支 ${branch}（${commit.slice(0, 8)}），内容文件夹没有动。`);
  await send(proposal, branch, from.content, sending);
}
