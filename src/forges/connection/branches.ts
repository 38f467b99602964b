/** The content on main, the protection of main, the branch of whereabouts: as the account sees them. */
import { manual } from '../../domain/manuals.ts';
import { charge, ownerOf } from '../../domain/ownership.ts';
import type { EditorSettings } from '../../schemas/editor.ts';
import { fromBase64, toText } from '../base64.ts';
import { inAddress } from '../call.ts';
import { fieldsOf, isGitLab, repositoryIn, type Rights } from './account.ts';
import type { Asker } from './ask.ts';
import type { Find, ConnectionFinding } from './finding.ts';

async function ofContent(
  settings: EditorSettings,
  call: Asker,
  account: string,
  find: Find,
): Promise<ConnectionFinding> {
  const { folder = 'content', branch } = settings;
  const path = [folder, 'owners.json'].filter(Boolean).join('/');
  const address = isGitLab(settings)
    ? `/repository/files/${encodeURIComponent(path)}`
    : `/contents/${inAddress(path)}`;
  const reply = await call(`${repositoryIn(settings)}${address}?ref=${encodeURIComponent(branch)}`);
  const { content } = fieldsOf(reply);
  if (typeof content !== 'string')
    return {
      ...find('内容和登记', 'bad', `${branch} 上没有 ${path}。`),
      todo: [
        `查 editor.branch、editor.folder 写得对不对；还没有登记账号的，照${manual('gate')}写 owners.json。`,
      ],
    };
  const { accounts = [] } = JSON.parse(toText(fromBase64(content))) as {
    accounts?: Parameters<typeof ownerOf>[0];
  };
  const owner = ownerOf(accounts, account);
  return owner
    ? find('内容和登记', 'good', `内容读得到；账号 ${account} 负责${charge(owner, (id) => id)}。`)
    : {
        ...find('内容和登记', 'bad', `内容读得到，但账号 ${account} 没有登记。`),
        todo: [`在 ${path} 里登记这个账号（写法见${manual('gate')}）。`],
      };
}

async function ofMain(
  settings: EditorSettings,
  branch: Record<string, unknown>,
  find: Find,
): Promise<ConnectionFinding> {
  const title = '主分支保护';
  const canPush = branch['user_can_push'] ?? branch['can_push'];
  if (branch['protected'] !== true)
    return find(title, 'bad', `${settings.branch} 没有保护：谁都能不经审核改网站。`, 'protection');
  return canPush === true
    ? find(title, 'unknown', `${settings.branch} 有保护，但这个账号还是能直接推送。`, 'protection')
    : find(title, 'good', `${settings.branch} 有保护，只能用合并请求改。`);
}

function ofData(
  name: string,
  branch: Record<string, unknown> | undefined,
  canWrite: boolean,
  find: Find,
): ConnectionFinding {
  const title = '去向的数据分支';
  if (!branch) return find(title, 'bad', `没有分支 ${name}。`, 'data');
  const canPush = branch['user_can_push'] ?? branch['can_push'] ?? branch['protected'] !== true;
  if (canPush !== true || !canWrite)
    return find(title, 'bad', `这个账号不能直接写 ${name}。`, canWrite ? 'data' : 'role');
  return find(title, 'good', `${name} 可以直接写。`);
}

/** The content on main, the protection of main, the branch of whereabouts. */
export async function* branchesOf(
  settings: EditorSettings,
  call: Asker,
  { account, canWrite, isPublic }: Rights & { readonly account: string },
  find: Find,
): AsyncGenerator<ConnectionFinding> {
  const { branch: main, data } = settings;
  const branches = `${repositoryIn(settings)}${isGitLab(settings) ? '/repository/branches/' : '/branches/'}`;
  const branchNamed = async (name: string) => {
    const reply = await call(branches + encodeURIComponent(name));
    return reply?.status === 200 ? fieldsOf(reply) : undefined;
  };
  yield await ofContent(settings, call, account, find);
  const found = await branchNamed(main);
  yield found
    ? await ofMain(settings, found, find)
    : find('主分支保护', 'bad', `没有分支 ${main}：editor.branch 写错了。`);
  if (!data) return;
  if (data.direct === false && isPublic)
    yield {
      ...find('去向的数据分支', 'bad', '去向要提请求审核，仓库却是公开的：行踪会被人看到。'),
      todo: ['把仓库改成私有，或者去掉 data.direct。'],
    };
  else if (data.direct === false) yield find('去向的数据分支', 'good', '去向提请求审核，仓库不公开。');
  else yield ofData(data.branch, await branchNamed(data.branch), canWrite, find);
}
