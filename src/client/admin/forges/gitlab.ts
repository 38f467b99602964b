/** GitLab (`/api/v4`): one commit with all files onto a new branch, one merge request. */
import { fromBase64, toBase64 } from '../base64.ts';
import type { Call } from './call.ts';
import type { Edit, Forge, Proposal } from './types.ts';

interface Content {
  readonly content: string;
  readonly blob_id: string;
  readonly last_commit_id: string;
}

const action = ({ path, bytes, before }: Edit) => ({
  action: before ? 'update' : 'create',
  file_path: path,
  encoding: 'base64',
  content: toBase64(bytes),
  ...(before?.guard && { last_commit_id: before.guard }),
});

export function gitlab(call: Call, repo: string): Forge {
  const project = `/projects/${encodeURIComponent(repo)}`;
  return {
    whoAmI: async () => (await call<{ username: string }>('/user')).username,
    read: async (path, ref) => {
      const address = `${project}/repository/files/${encodeURIComponent(path)}`;
      const found = await call<Content | undefined>(address, { query: { ref }, orNothing: true });
      return found && { bytes: fromBase64(found.content), sha: found.blob_id, guard: found.last_commit_id };
    },
    propose: async ({ base, branch, title, description, edits }: Proposal) => {
      const onto = branch ? { branch, start_branch: base } : { branch: base };
      const commit = { ...onto, commit_message: title, actions: edits.map(action) };
      const done = await call<{ web_url: string }>(`${project}/repository/commits`, {
        method: 'POST',
        body: commit,
      });
      if (!branch) return { url: done.web_url };
      const body = {
        source_branch: branch,
        target_branch: base,
        title,
        description,
        remove_source_branch: true,
      };
      const merge = await call<{ iid: number; web_url: string }>(`${project}/merge_requests`, {
        method: 'POST',
        body,
      });
      return { number: merge.iid, url: merge.web_url };
    },
  };
}
