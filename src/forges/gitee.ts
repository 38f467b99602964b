/** Gitee (`/api/v5`): a branch, a commit for each file. The token goes with the parameters. */
import { toBase64 } from './base64.ts';
import { inAddress, type Call } from './call.ts';
import { withKey } from './key.ts';
import { likeGitHub } from './like-github.ts';
import type { FileEdit, Forge } from './types.ts';

/** `repo` holds the branches that are written; requests go to `home`. */
export function gitee(plain: Call, token: string | undefined, repo: string, home = repo): Forge {
  const call = withKey(plain, token);
  const root = `/repos/${repo}`;
  const write = async ({ path, bytes, before }: FileEdit, branch: string, message: string) => {
    const about = { message, branch, ...(before && { sha: before.sha }) };
    const done = await call<{ commit: { html_url: string } }>(
      `${root}/contents/${inAddress(path)}`,
      bytes
        ? { method: before ? 'PUT' : 'POST', body: { content: toBase64(bytes), ...about } }
        : { method: 'DELETE', query: about },
    );
    return done.commit.html_url;
  };
  return {
    ...likeGitHub(call, root, `/repos/${home}`, repo),
    viaCopy: async (base) =>
      gitee(plain, token, await (await import('./fork.ts')).copyOf(call, home, base), home),
    // There is no way to; the next attempt goes on with the branch.
    dropBranch: () => Promise.resolve(),
    commit: async ({ base, branch = base, isNew, title, edits }) => {
      if (isNew)
        await call(`${root}/branches`, { method: 'POST', body: { refs: base, branch_name: branch } });
      let url: string | undefined;
      for (const edit of edits) url = await write(edit, branch, title);
      return url;
    },
  };
}
