/** Forgejo and Gitea (`/api/v1`): one request writes all files, onto a new branch if need be. */
import { toBase64 } from './base64.ts';
import { inAddress, type Call } from './call.ts';
import { likeGitHub } from './like-github.ts';
import type { FileEdit, Forge } from './types.ts';

const operation = ({ path, bytes, before }: FileEdit) => ({
  operation: bytes ? (before ? 'update' : 'create') : 'delete',
  path,
  ...(bytes && { content: toBase64(bytes) }),
  ...(before && { sha: before.sha }),
});

/** How each of the two brings a branch of a copy up to date. */
const SYNC = {
  gitea: (branch: string) => ({ path: '/merge-upstream', body: { branch } }),
  forgejo: (branch: string) => ({ path: `/sync_fork/${inAddress(branch)}`, body: {} }),
} as const;

/** `repo` holds the branches that are written; requests go to `home`. */
export function gitea(call: Call, kind: keyof typeof SYNC, repo: string, home = repo): Forge {
  const root = `/repos/${repo}`;
  return {
    ...likeGitHub(call, root, `/repos/${home}`),
    viaCopy: async (base) => {
      const { copyOf } = await import('./fork.ts');
      return gitea(call, kind, await copyOf(call, home, base, SYNC[kind]), home);
    },
    dropBranch: (branch) =>
      call(`${root}/branches/${inAddress(branch)}`, { method: 'DELETE', orNothing: true }),
    commit: async ({ base, branch = base, isNew, title, edits }) => {
      const onto = isNew ? { branch: base, new_branch: branch } : { branch };
      const body = { ...onto, message: title, files: edits.map(operation) };
      const done = await call<{ commit: { html_url: string } }>(`${root}/contents`, { method: 'POST', body });
      return done.commit.html_url;
    },
  };
}
