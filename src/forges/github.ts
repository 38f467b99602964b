/** GitHub: a branch, one commit with all files (GraphQL, so that it is one whatever their number). */
import { toBase64 } from './base64.ts';
import { inAddress, type Call } from './call.ts';
import { likeGitHub } from './like-github.ts';
import type { Forge, ForgeProposal } from './types.ts';

const COMMIT =
  'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { url } } }';

interface Committed {
  readonly data?: { createCommitOnBranch?: { commit?: { url: string } } };
  readonly errors?: readonly { message: string }[];
}

/** `graph` calls the GraphQL address, which stands beside the REST one. `repo` is written, requests go to `home`. */
export function github(call: Call, graph: Call, repo: string, home = repo): Forge {
  const root = `/repos/${repo}`;
  const headOf = async (branch: string) =>
    (await call<{ object: { sha: string } }>(`${root}/git/ref/heads/${inAddress(branch)}`)).object.sha;

  const commit = async (
    { title, edits }: Pick<ForgeProposal, 'title' | 'edits'>,
    branch: string,
    head: string,
  ) => {
    const input = {
      branch: { repositoryNameWithOwner: repo, branchName: branch },
      message: { headline: title },
      expectedHeadOid: head,
      fileChanges: {
        additions: edits.flatMap(({ path, bytes }) => (bytes ? [{ path, contents: toBase64(bytes) }] : [])),
        deletions: edits.flatMap(({ path, bytes }) => (bytes ? [] : [{ path }])),
      },
    };
    const answer = await graph<Committed>('', {
      method: 'POST',
      body: { query: COMMIT, variables: { input } },
    });
    const url = answer.data?.createCommitOnBranch?.commit?.url;
    if (url === undefined) throw (await import('./fault.ts')).faultOf(422, answer.errors?.[0]?.message ?? '');
    return url;
  };

  return {
    ...likeGitHub(call, root, `/repos/${home}`),
    viaCopy: async (base) => {
      const { copyOf } = await import('./fork.ts');
      const sync = (branch: string) => ({ path: '/merge-upstream', body: { branch } });
      return github(call, graph, await copyOf(call, home, base, sync), home);
    },
    dropBranch: (branch) =>
      call(`${root}/git/refs/heads/${inAddress(branch)}`, { method: 'DELETE', orNothing: true }),
    commit: async (wanted) => {
      const { base, branch = base, isNew } = wanted;
      const head = await headOf(isNew ? base : branch);
      const ref = { ref: `refs/heads/${branch}`, sha: head };
      if (isNew) await call(`${root}/git/refs`, { method: 'POST', body: ref });
      return commit(wanted, branch, head);
    },
  };
}
