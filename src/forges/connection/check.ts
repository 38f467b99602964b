/** The connection check: whether the form page can do its work on the configured platform, and what to set where not. */
import { addressesOf } from '../login-addresses.ts';
import type { EditorSettings } from '../../schemas/editor.ts';
import { adviceOn } from './advice.ts';
import { ask, asker, isThere, type Asker, type Reply } from './ask.ts';
import { permissionsOf, scopesOf } from './account.ts';
import { branchesOf } from './branches.ts';
import type { Find, ConnectionFinding } from './finding.ts';

interface Circumstances {
  readonly settings: EditorSettings;
  readonly token: string | undefined;
  /** The full address of the form page. */
  readonly page: string;
  /** Whether a login on the platform has just brought the token; undefined where none was tried. */
  readonly loggedIn?: boolean | undefined;
  /** Whether the browser counts the page as safe (https, or this machine). */
  readonly secure: boolean;
}

const PUBLIC_PATHS = {
  forgejo: '/version',
  gitea: '/version',
  gitlab: '/projects',
  github: '',
  gitee: '',
} as const;

const isApi = (reply: Reply | undefined) => reply?.json !== undefined;

async function* ofAddress(
  { settings, page }: Circumstances,
  find: Find,
): AsyncGenerator<ConnectionFinding, boolean> {
  const { forge, api, repo } = settings;
  const probe = forge === 'gitee' ? `/repos/${repo}` : PUBLIC_PATHS[forge];
  const reply = await ask(api + probe);
  if (isApi(reply)) {
    yield find('接口地址', 'good', `${api} 有回答。`);
    return true;
  }
  if (reply) {
    yield find('接口地址', 'bad', `${api} 有回答（${reply.status}），但不是接口。`, 'api');
    return false;
  }
  if (await isThere(api + probe)) {
    yield find('接口地址', 'good', `${new URL(api).origin} 上有服务器。`);
    yield find('跨站访问（CORS）', 'bad', '服务器在，但不让这个网站的页面读它的回答。', 'cors');
    return false;
  }
  const mixed = page.startsWith('https:') && api.startsWith('http:');
  yield {
    title: '接口地址',
    state: 'bad',
    told: mixed ? `网站是 https，${api} 是 http，浏览器不让连。` : `连不上 ${api}。`,
    todo: mixed
      ? ['给代码平台也装上 https，或者两个都放在内网用 http。']
      : [
          '在同一台电脑上用浏览器直接打开这个地址：打不开的，查地址、域名、防火墙；提示证书不受信任的，换证书。',
          '网站生成以后改过 editor.api 的，要重新生成网站：页面只许连生成时写的地址。',
        ],
  };
  return false;
}

async function* ofCors(
  call: Asker,
  { token }: Circumstances,
  find: Find,
): AsyncGenerator<ConnectionFinding, Reply | undefined> {
  const reply = await call('/user');
  if (reply) yield find('跨站访问（CORS）', 'good', '这个网站的页面可以带着令牌访问。');
  else
    yield find(
      '跨站访问（CORS）',
      'bad',
      '不带令牌能读，带令牌就不让：服务器没有放行 Authorization 请求头，或者拦了 OPTIONS 请求。',
      'cors',
    );
  return token === undefined ? undefined : reply;
}

/** What an account is called by a reply to the question who it is. */
const nameIn = (reply: Reply | undefined): string | undefined => {
  const { login, username } = (reply?.json ?? {}) as { login?: string; username?: string };
  return reply?.status === 200 ? (login ?? username) : undefined;
};

function ofToken({ token }: Circumstances, reply: Reply | undefined, find: Find): ConnectionFinding {
  if (token === undefined)
    return {
      ...find('账号', 'unknown', '还没有登录，下面几项看不了。'),
      todo: ['在上面粘贴一个令牌，或者先登录，再检查一次。'],
    };
  const name = nameIn(reply);
  if (name !== undefined) return find('账号', 'good', `令牌有效，账号是 ${name}。`);
  return reply?.status === 403
    ? find('账号', 'bad', '令牌有效，但不许读自己是谁：范围不够。', 'scopes')
    : { ...find('账号', 'bad', '令牌过期了，或者不对。'), todo: ['重新登录，或者换一个令牌。'] };
}

async function* ofLogin(
  { settings, secure, loggedIn }: Circumstances,
  find: Find,
): AsyncGenerator<ConnectionFinding> {
  const addresses = addressesOf(settings);
  const title = '在平台上登录';
  if (!addresses || !settings.clientId)
    return yield find(title, addresses ? 'unknown' : 'good', '没有设登录应用，用令牌登录。', 'login');
  if (!secure)
    return yield {
      ...find(title, 'bad', '这个网站没有 https，浏览器不给登录要用的加密功能，只能用令牌。'),
      todo: ['给网站装上 https；不装的，把 editor.clientId 去掉，免得大家以为能登录。'],
    };
  const reply = await ask(addresses.token, {
    method: 'POST',
    form: { grant_type: 'authorization_code', client_id: settings.clientId, code: 'x', code_verifier: 'x' },
  });
  yield reply
    ? find('换令牌的地址', 'good', `${addresses.token} 可以用。`)
    : find('换令牌的地址', 'bad', `${addresses.token} 不让这个网站的页面用。`, 'tokenAddress');
  if (loggedIn === true) yield find('重定向地址', 'good', '刚才在平台上登录成功，重定向地址是对的。');
  else
    yield find(
      '重定向地址',
      loggedIn === false ? 'bad' : 'unknown',
      loggedIn === false
        ? '平台没有让登录。'
        : '按“登录试一次”才知道：平台报“重定向地址不对”或者回不来的，照下面改。',
      'login',
    );
}

/** Checks one thing after another; what cannot be known before another works is left out. */
export async function* checkConnection(at: Circumstances): AsyncGenerator<ConnectionFinding> {
  const { settings, token, page } = at;
  const place = {
    origin: new URL(page).origin,
    page,
    branch: settings.branch,
    data: settings.data?.branch ?? '',
  };
  const find: Find = (title, state, told, topic) => ({
    title,
    state,
    told,
    todo: topic && state !== 'good' ? adviceOn(settings.forge, topic, place) : [],
  });
  if (!(yield* ofAddress(at, find))) return;
  const call = asker(settings, token ?? 'x');
  const who = yield* ofCors(call, at, find);
  yield* ofLogin(at, find);
  yield ofToken(at, who, find);
  const account = nameIn(who);
  if (account === undefined) return;
  yield await scopesOf(settings, call, who, find);
  const rights = await permissionsOf(settings, call, find);
  yield rights.finding;
  if (rights.found) yield* branchesOf(settings, call, { ...rights, account }, find);
}
