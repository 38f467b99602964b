/** What to set on each platform, for the technician who has to. */
import type { ForgeKind } from '../../domain/forges.ts';
import { manual } from '../../domain/manuals.ts';

export type Topic = 'api' | 'cors' | 'scopes' | 'role' | 'protection' | 'data' | 'login' | 'tokenAddress';

interface Place {
  /** The origin of this site: `https://sfs.example.gov.cn`. */
  readonly origin: string;
  /** The full address of the form page. */
  readonly page: string;
  readonly branch: string;
  readonly data: string;
}

type Advice = Readonly<Record<Topic, (place: Place) => readonly string[]>>;

const gitea: Advice = {
  api: () => [
    'site.json 的 editor.api 写到 /api/v1 为止，例如 https://git.example.gov.cn/api/v1，末尾不写 /。',
  ],
  cors: ({ origin }) => [
    '服务器的 app.ini 加上下面几行，重启：',
    `[cors]\nENABLED = true\nALLOW_DOMAIN = ${origin}\nMETHODS = GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS\nHEADERS = Content-Type,User-Agent,Authorization`,
    '前面有 nginx 的，不要让它自己回答 OPTIONS 请求，也不要删掉 Access-Control-Allow-… 这些响应头。',
  ],
  scopes: () => [
    '个人“设置 → 应用 → 生成令牌”：repository 选“读写”，user 选“读取”；司法局审核用的，issue 选“读取”。',
  ],
  role: () => ['仓库“设置 → 协作者”：加上这个账号，权限“写入”。不给写权限的，修改从账号自己的副本提交。'],
  protection: ({ branch }) => [
    `仓库“设置 → 分支”：给 ${branch} 新建保护规则，禁止推送，启用状态检查，合并白名单只写司法局的账号。`,
  ],
  data: ({ data }) => [
    `仓库里新建分支 ${data}（怎么建见${manual('whereabouts')}第四节）；不要给它加“禁止推送”的保护，允许强制推送。`,
  ],
  login: ({ page }) => [
    '“设置 → 应用 → OAuth2 应用”：去掉“机密客户端”的勾，重定向地址一字不差地写：',
    page,
    '把“客户端 ID”写进 site.json 的 editor.clientId。',
  ],
  tokenAddress: ({ origin }) => [
    `app.ini 的 [cors] 里 ALLOW_DOMAIN 要有 ${origin}：换令牌的地址也按它放行。`,
  ],
};

const ADVICE: Readonly<Record<ForgeKind, Advice>> = {
  forgejo: gitea,
  gitea,
  gitlab: {
    api: () => [
      'site.json 的 editor.api 写到 /api/v4 为止，例如 https://git.example.gov.cn/api/v4，末尾不写 /。',
    ],
    cors: () => [
      'GitLab 的接口本来就允许跨站。多半是前面的反向代理、WAF 拦了 OPTIONS 请求，或者删了 Access-Control-Allow-… 响应头：对 /api/ 和 /oauth/ 放行。',
    ],
    scopes: () => ['项目“设置 → 访问令牌”：角色 Developer，范围 api；到期以前要换。'],
    role: () => ['项目“管理 → 成员”：加上这个账号，角色 Developer。不给的，修改从账号自己的副本提交。'],
    protection: ({ branch }) => [
      `项目“设置 → 仓库 → 受保护分支”：${branch} 允许合并的选 Maintainers，允许推送的选“无人”；“设置 → 合并请求”勾上“流水线必须成功”。`,
    ],
    data: ({ data }) => [
      `新建分支 ${data}；受保护分支的规则里不要有它，或者允许 Developers 推送、允许强制推送。`,
    ],
    login: ({ page }) => [
      '“应用”里新建：去掉 Confidential 的勾，范围 api，重定向地址一字不差地写：',
      page,
      '把“应用程序 ID”写进 site.json 的 editor.clientId。',
    ],
    tokenAddress: () => ['/oauth/token 本来允许跨站：看看反向代理、WAF 有没有只放行 /api/。'],
  },
  github: {
    api: () => ['site.json 的 editor.api 写 https://api.github.com；自建的写 https://<服务器>/api/v3。'],
    cors: () => [
      'api.github.com 允许跨站。自建的，看看反向代理有没有拦 OPTIONS 请求；内网出不去的，请网管放行 api.github.com。',
    ],
    scopes: () => ['Fine-grained token：只选这一个仓库，Contents 和 Pull requests 选 Read and write。'],
    role: () => ['仓库 Settings → Collaborators：加上这个账号，Write。不给的，修改从账号自己的 fork 提交。'],
    protection: ({ branch }) => [
      `Settings → Rules → Rulesets：目标 ${branch}，Require a pull request（Required approvals 1）、Require status checks：gate (${branch})、Block force pushes。`,
    ],
    data: ({ data }) => [`新建分支 ${data}；规则集里不要包括它，所里的账号要能推送。`],
    login: () => ['GitHub 的换令牌地址不许网页用，只能用令牌登录：editor.clientId 不写。'],
    tokenAddress: () => [],
  },
  gitee: {
    api: () => ['site.json 的 editor.api 写 https://gitee.com/api/v5。'],
    cors: () => [
      'gitee.com 的接口不归我们设置。换一个网络、换一个浏览器再试；还不行的，用修改包，或者换别的平台。',
    ],
    scopes: () => ['个人“设置 → 私人令牌”：勾 user_info、projects、pull_requests、notes，有效期选短的。'],
    role: () => ['仓库“管理 → 仓库成员管理”：加上这个账号，选“开发者”。不给的，修改从账号自己的 fork 提交。'],
    protection: ({ branch }) => [
      `仓库“管理 → 保护分支设置”：${branch} 设为保护分支，推送选“禁止任何人”，合并选管理员。`,
    ],
    data: ({ data }) => [`新建分支 ${data}，设为常规分支，不要设成只读、保护分支。`],
    login: () => ['Gitee 的登录要应用密码，网页里不能放，只能用私人令牌：editor.clientId 不写。'],
    tokenAddress: () => [],
  },
};

/** The lines of advice on a topic for a platform. */
export const adviceOn = (kind: ForgeKind, topic: Topic, place: Place): readonly string[] =>
  ADVICE[kind][topic](place);
