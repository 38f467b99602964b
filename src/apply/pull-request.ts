/** Opening a pull request on the platform that keeps the content, for a branch that is there already. */
import type { EditorSettings } from '../schemas/editor.ts';
import { Failure } from '../command/command.ts';

export interface PullRequest {
  /** The branch that is to be changed. */
  readonly base: string;
  readonly branch: string;
  readonly title: string;
  readonly description: string;
}

interface Way {
  readonly path: string;
  readonly headers: (token: string) => Readonly<Record<string, string>>;
  readonly body: (request: PullRequest, token: string) => object;
}

const asPull = ({ base, branch, title, description }: PullRequest) => ({
  title,
  body: description,
  head: branch,
  base,
});

const gitea: Way = {
  path: '/repos/{repo}/pulls',
  headers: (token) => ({ authorization: `token ${token}` }),
  body: asPull,
};

const WAYS: Readonly<Record<EditorSettings['forge'], Way>> = {
  gitea,
  forgejo: gitea,
  github: { ...gitea, headers: (token) => ({ authorization: `Bearer ${token}` }) },
  gitee: {
    path: '/repos/{repo}/pulls',
    headers: () => ({}),
    body: (request, token) => ({ ...asPull(request), access_token: token }),
  },
  gitlab: {
    path: '/projects/{project}/merge_requests',
    headers: (token) => ({ authorization: `Bearer ${token}` }),
    body: ({ base, branch, title, description }) => ({
      source_branch: branch,
      target_branch: base,
      title,
      description,
      remove_source_branch: true,
    }),
  },
};

const PATIENCE = 30_000;

/** Opens the request and returns its address. Throws a Failure with what the platform said. */
export async function openPullRequest(
  { forge, api, repo }: EditorSettings,
  token: string,
  request: PullRequest,
): Promise<string> {
  const way = WAYS[forge];
  const path = way.path.replace('{repo}', repo).replace('{project}', encodeURIComponent(repo));
  const answer = await fetch(`${api}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...way.headers(token) },
    body: JSON.stringify(way.body(request, token)),
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => undefined);
  if (!answer) throw new Failure('分支已经推送，但连不上代码平台，没有提成合并请求。请在平台上手工提。');
  const said = (await answer.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
  const url = said['html_url'] ?? said['web_url'];
  if (answer.ok && typeof url === 'string') return url;
  throw new Failure(
    `分支已经推送，但没有提成合并请求：平台答复 ${answer.status} ${String(said['message'] ?? '')}。请在平台上手工提。`,
  );
}
