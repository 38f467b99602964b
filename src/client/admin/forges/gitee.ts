/** Gitee (`/api/v5`): a branch, a commit for each file, one pull request. The token goes with the parameters. */
import { fromBase64, toBase64 } from '../base64.ts';
import { inAddress, type Call, type Request } from './call.ts';
import type { Edit, Forge, Proposal } from './types.ts';

interface Content {
  readonly content?: string;
  readonly sha?: string;
}

export function gitee(plain: Call, repo: string, token: string | undefined): Forge {
  const key: Record<string, string> = token ? { access_token: token } : {};
  const call = <T>(path: string, request: Request = {}) =>
    plain<T>(
      path,
      request.body
        ? { ...request, body: { ...key, ...request.body } }
        : { ...request, query: { ...key, ...request.query } },
    );

  const write = ({ path, bytes, before }: Edit, branch: string, message: string) =>
    call<{ commit: { html_url: string } }>(`/repos/${repo}/contents/${inAddress(path)}`, {
      method: before ? 'PUT' : 'POST',
      body: { content: toBase64(bytes), message, branch, ...(before && { sha: before.sha }) },
    });

  return {
    whoAmI: async () => (await call<{ login: string }>('/user')).login,
    read: async (path, ref) => {
      const address = `/repos/${repo}/contents/${inAddress(path)}`;
      const found = await call<Content | undefined>(address, { query: { ref }, orNothing: true });
      // Where there is no such file, Gitee answers with an empty list.
      return found?.content === undefined || found.sha === undefined
        ? undefined
        : { bytes: fromBase64(found.content), sha: found.sha };
    },
    propose: async ({ base, branch, title, description, edits }: Proposal) => {
      if (branch)
        await call(`/repos/${repo}/branches`, { method: 'POST', body: { refs: base, branch_name: branch } });
      let url = '';
      for (const edit of edits) url = (await write(edit, branch ?? base, title)).commit.html_url;
      if (!branch) return { url };
      const body = { title, body: description, head: branch, base, prune_source_branch: true };
      const pull = await call<{ number: number; html_url: string }>(`/repos/${repo}/pulls`, {
        method: 'POST',
        body,
      });
      return { number: pull.number, url: pull.html_url };
    },
  };
}
