/** Forgejo and Gitea (`/api/v1`): one request writes all files onto a new branch, one more opens the pull request. */
import { fromBase64, toBase64 } from '../base64.ts';
import { inAddress, type Call } from './call.ts';
import type { Edit, Forge, Proposal } from './types.ts';

interface Content {
  readonly content: string;
  readonly sha: string;
}

const operation = ({ path, bytes, before }: Edit) => ({
  operation: before ? 'update' : 'create',
  path,
  content: toBase64(bytes),
  ...(before && { sha: before.sha }),
});

export const gitea = (call: Call, repo: string): Forge => ({
  whoAmI: async () => (await call<{ login: string }>('/user')).login,
  read: async (path, ref) => {
    const address = `/repos/${repo}/contents/${inAddress(path)}`;
    const found = await call<Content | undefined>(address, { query: { ref }, orNothing: true });
    return found && { bytes: fromBase64(found.content), sha: found.sha };
  },
  propose: async ({ base, branch, title, description, edits }: Proposal) => {
    const files = edits.map(operation);
    const onto = { branch: base, ...(branch && { new_branch: branch }) };
    const commit = { ...onto, message: title, files };
    const done = await call<{ commit: { html_url: string } }>(`/repos/${repo}/contents`, {
      method: 'POST',
      body: commit,
    });
    if (!branch) return { url: done.commit.html_url };
    const body = { title, body: description, head: branch, base };
    const pull = await call<{ number: number; html_url: string }>(`/repos/${repo}/pulls`, {
      method: 'POST',
      body,
    });
    return { number: pull.number, url: pull.html_url };
  },
});
