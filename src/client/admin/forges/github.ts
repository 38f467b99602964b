/** GitHub: a branch, one commit with all files (GraphQL, so that it is one whatever their number), one pull request. */
import { fromBase64, toBase64 } from '../base64.ts';
import { inAddress, type Call } from './call.ts';
import { ForgeError, type Forge, type Proposal } from './types.ts';

interface Content {
  readonly content: string;
  readonly sha: string;
}

const COMMIT =
  'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { url } } }';

interface Committed {
  readonly data?: { createCommitOnBranch?: { commit?: { url: string } } };
  readonly errors?: readonly { message: string }[];
}

/** `graph` calls the GraphQL address, which stands beside the REST one. */
export function github(call: Call, graph: Call, repo: string): Forge {
  const headOf = async (branch: string) =>
    (await call<{ object: { sha: string } }>(`/repos/${repo}/git/ref/heads/${inAddress(branch)}`)).object.sha;

  const commit = async ({ title, edits }: Proposal, branch: string, head: string) => {
    const input = {
      branch: { repositoryNameWithOwner: repo, branchName: branch },
      message: { headline: title },
      expectedHeadOid: head,
      fileChanges: { additions: edits.map(({ path, bytes }) => ({ path, contents: toBase64(bytes) })) },
    };
    const answer = await graph<Committed>('', {
      method: 'POST',
      body: { query: COMMIT, variables: { input } },
    });
    const url = answer.data?.createCommitOnBranch?.commit?.url;
    if (url === undefined) throw new ForgeError('refused', answer.errors?.[0]?.message);
    return url;
  };

  return {
    whoAmI: async () => (await call<{ login: string }>('/user')).login,
    read: async (path, ref) => {
      const address = `/repos/${repo}/contents/${inAddress(path)}`;
      const found = await call<Content | undefined>(address, { query: { ref }, orNothing: true });
      return found && { bytes: fromBase64(found.content), sha: found.sha };
    },
    propose: async (proposal: Proposal) => {
      const { base, branch, title, description } = proposal;
      const head = await headOf(base);
      if (!branch) return { url: await commit(proposal, base, head) };
      const ref = { ref: `refs/heads/${branch}`, sha: head };
      await call(`/repos/${repo}/git/refs`, { method: 'POST', body: ref });
      await commit(proposal, branch, head);
      const body = { title, body: description, head: branch, base };
      const pull = await call<{ number: number; html_url: string }>(`/repos/${repo}/pulls`, {
        method: 'POST',
        body,
      });
      return { number: pull.number, url: pull.html_url };
    },
  };
}
