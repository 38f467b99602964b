/** What the account may do: how far its token reaches, and its role. */
import type { EditorSettings } from '../../schemas/editor.ts';
import type { Asker, Reply } from './ask.ts';
import type { Find, ConnectionFinding } from './finding.ts';

/** No branch has this name: to take it away asks whether the token could, and changes nothing. */
const NO_BRANCH = 'lianjie-jiancha-bu-cunzai';

export const isGitLab = ({ forge }: EditorSettings) => forge === 'gitlab';

export const repositoryIn = (settings: EditorSettings) =>
  isGitLab(settings) ? `/projects/${encodeURIComponent(settings.repo)}` : `/repos/${settings.repo}`;

/** What a reply holds, where it is an object. */
export const fieldsOf = (reply: Reply | undefined) => (reply?.json ?? {}) as Record<string, unknown>;

const TITLE = '令牌的范围';

const ofList = (scopes: readonly string[], needed: readonly string[], find: Find): ConnectionFinding =>
  needed.some((one) => scopes.includes(one))
    ? find(TITLE, 'good', `范围有 ${scopes.join('、')}，够用。`)
    : find(TITLE, 'bad', `范围只有 ${scopes.join('、') || '（空）'}，不能提交。`, 'scopes');

/** Whether the platform minds the token's reach when something is to be written. */
async function tried(call: Asker, address: string, find: Find): Promise<ConnectionFinding> {
  const reply = await call(`${address}/${NO_BRANCH}`, 'DELETE');
  if (!reply) return find(TITLE, 'bad', '服务器没有放行写入要用的 DELETE、POST 请求。', 'cors');
  const lacks = reply.status === 403 && /scope|personal access token|integration/i.test(reply.text);
  return lacks
    ? find(TITLE, 'bad', '令牌只能读，不能写仓库。', 'scopes')
    : find(TITLE, 'good', '令牌可以写仓库。');
}

/** Whether the token reaches as far as the form page needs. */
export async function scopesOf(
  settings: EditorSettings,
  call: Asker,
  who: Reply | undefined,
  find: Find,
): Promise<ConnectionFinding> {
  const repository = repositoryIn(settings);
  switch (settings.forge) {
    case 'gitlab': {
      const { scopes, expires_at: ends } = fieldsOf(await call('/personal_access_tokens/self'));
      if (!Array.isArray(scopes)) return find(TITLE, 'good', '登录得来的令牌，范围由登录应用定。');
      const found = ofList(scopes.map(String), ['api'], find);
      return typeof ends === 'string' ? { ...found, told: `${found.told}${ends} 到期。` } : found;
    }
    case 'github': {
      const scopes = who?.header('x-oauth-scopes')?.split(/,\s*/).filter(Boolean) ?? [];
      return scopes.length > 0
        ? ofList(scopes, ['repo', 'public_repo'], find)
        : tried(call, `${repository}/git/refs/heads`, find);
    }
    case 'forgejo':
    case 'gitea':
      return tried(call, `${repository}/branches`, find);
    case 'gitee':
      return find(TITLE, 'unknown', 'Gitee 不让查令牌的范围，请照下面核对。', 'scopes');
  }
}

export interface Rights {
  readonly finding: ConnectionFinding;
  /** False where the account does not see the repository at all. */
  readonly found: boolean;
  readonly canWrite: boolean;
  readonly isPublic: boolean;
}

const DEVELOPER = 30;

function mayPush(fields: Record<string, unknown>): boolean {
  const rights = (fields['permissions'] ?? fields['permission'] ?? {}) as Record<string, unknown>;
  if (typeof rights['push'] === 'boolean') return rights['push'];
  const levels = ['project_access', 'group_access'].map(
    (key) => (rights[key] as { access_level?: number } | null | undefined)?.access_level ?? 0,
  );
  return levels.some((level) => level >= DEVELOPER);
}

/** Whether the account may make branches in the repository. */
export async function permissionsOf(settings: EditorSettings, call: Asker, find: Find): Promise<Rights> {
  const reply = await call(repositoryIn(settings));
  const fields = fieldsOf(reply);
  const found = reply?.status === 200;
  const canWrite = found && mayPush(fields);
  const isPublic = fields['private'] === false || fields['visibility'] === 'public';
  const title = '仓库的权限';
  const finding = !found
    ? find(title, 'bad', `看不到仓库 ${settings.repo}：名称写错，或者账号不是成员。`, 'role')
    : canWrite
      ? find(title, 'good', `账号能写仓库 ${settings.repo}。`)
      : find(
          title,
          'unknown',
          '账号只能读：修改从它自己的副本（fork）提交；去向要直接写，写不进去。',
          'role',
        );
  return { finding, found, canWrite, isPublic };
}
