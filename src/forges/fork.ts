/** An account that may not write proposes from its own copy of the repository (“fork”): found, or made. */
import { inAddress, type Call } from './call.ts';
import { failed } from './faults.ts';

interface Repository {
  readonly full_name: string;
  readonly parent?: { readonly full_name: string } | null;
}

interface Project {
  readonly path_with_namespace: string;
}

const ATTEMPTS = 10;
const PAUSE = 1000;

/** Platforms copy in the background: waits until a branch is there. */
async function waitFor(call: Call, branchAddress: string): Promise<void> {
  for (let count = 0; count < ATTEMPTS; count += 1) {
    if (await call<object | undefined>(branchAddress, { orNothing: true })) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw failed('copying');
}

/** How a platform brings a branch of a copy up to date, below the copy's own address. */
type Sync = (branch: string) => { readonly path: string; readonly body: object };

/** `owner/name` of the account's copy of a repository, with a branch as it is there. */
export async function copyOf(call: Call, repo: string, base: string, sync?: Sync): Promise<string> {
  const { login } = await call<{ login: string }>('/user');
  const own = await call<Repository | undefined>(`/repos/${login}/${repo.split('/')[1]}`, {
    orNothing: true,
  });
  const known = own?.parent?.full_name === repo ? own.full_name : undefined;
  const made = async () => call<Repository>(`/repos/${repo}/forks`, { method: 'POST', body: {} });
  const copy = known ?? (await made()).full_name;
  await waitFor(call, `/repos/${copy}/branches/${inAddress(base)}`);
  const renewal = sync?.(base);
  if (renewal) await call(`/repos/${copy}${renewal.path}`, { method: 'POST', body: renewal.body });
  return copy;
}

/** The path of the account's copy of a project of GitLab; its branches begin in the project itself. */
export async function gitlabCopyOf(call: Call, project: string, base: string): Promise<string> {
  const [own] = await call<readonly Project[]>(`${project}/forks`, { query: { owned: 'true' } });
  const made = async () => call<Project>(`${project}/fork`, { method: 'POST', body: {} });
  const { path_with_namespace: copy } = own ?? (await made());
  const address = `/projects/${encodeURIComponent(copy)}/repository/branches/${encodeURIComponent(base)}`;
  await waitFor(call, address);
  return copy;
}
