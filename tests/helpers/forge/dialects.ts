/** What each kind of forge answers to the requests that the form page makes. */
import type { ForgeKind } from '../../../src/domain/forges.ts';
import type { Account } from './ci.ts';
import { OWNER, type Answer, type Asked, type Forge, type Pull } from './forge.ts';

type Dialect = (forge: Forge, asked: Asked) => Answer | undefined;

const ok = (json: unknown, status = 200): Answer => ({ status, json });
const no = (status: number, message: string): Answer => ({ status, json: { message } });
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const bytesOf = (base64: unknown) => Buffer.from(text(base64), 'base64');

interface File {
  readonly path: string;
  readonly content: string;
  readonly sha?: string;
  readonly operation?: string;
}

function contents({ repository }: Forge, ref: string, path: string, nothing: Answer): Answer {
  const found = repository.read(ref, path);
  const folder = found ? undefined : repository.list(ref, path);
  if (folder) return ok(folder.map(({ name, type }) => ({ name, type: type === 'blob' ? 'file' : 'dir' })));
  return found
    ? ok({
        content: found.bytes.toString('base64').replace(/.{60}/g, '$&\n'),
        encoding: 'base64',
        sha: found.sha,
        path,
      })
    : nothing;
}

const mayPush = (forge: Forge, account: Account | undefined) =>
  account !== undefined && (account.canWrite !== false || forge.owner === account.login);

/** What the platforms tell of a repository: whether the account may push, and of what it is a copy. */
const repositoryOf = (forge: Forge, account: Account | undefined) => ({
  full_name: `${forge.owner}/content`,
  private: !forge.isPublic,
  ...(forge.owner !== OWNER && { fork: true, parent: { full_name: `${OWNER}/content` } }),
  ...(account && {
    [forge.kind === 'gitee' ? 'permission' : 'permissions']: { push: mayPush(forge, account) },
  }),
});

const branchOf = (forge: Forge, name: string, account: Account | undefined) => ({
  name,
  protected: forge.protected.has(name),
  ...(/^(?:forgejo|gitea)$/.test(forge.kind) && {
    user_can_push: mayPush(forge, account) && !forge.protected.has(name),
  }),
  ...(forge.kind === 'gitlab' && { can_push: mayPush(forge, account) && !forge.protected.has(name) }),
});

/** What all but GitLab are asked alike. */
function common(forge: Forge, { method, query, body, account }: Asked, rest: string): Answer | undefined {
  const { repository } = forge;
  if (method === 'GET' && rest === '') return ok(repositoryOf(forge, account));
  if (method === 'POST' && rest === '/forks' && account) {
    forge.copyFor(account.login);
    return ok({ full_name: `${account.login}/content`, parent: { full_name: 'ju/content' } }, 202);
  }
  const sync = /^\/(?:merge-upstream|sync_fork\/(.+))$/.exec(rest);
  if (method === 'POST' && sync && forge.owner !== OWNER) {
    const branch = text(body['branch']) || decodeURIComponent(sync[1] ?? '');
    repository.take(forge.home.repository, branch, `refs/heads/${branch}`);
    return ok({});
  }
  const branch = decodeURIComponent(/^\/branches\/(.+)$/.exec(rest)?.[1] ?? '');
  if (method === 'GET' && branch)
    return repository.head(branch) ? ok(branchOf(forge, branch, account)) : no(404, 'branch does not exist');
  if (method === 'GET' && rest === '/pulls') {
    const [head, base] = [query.get('head'), query.get('base')];
    const found = forge.kind === 'github' ? forge.open(head, base) : forge.open();
    return ok(found.map((pull) => asPull(forge, pull)));
  }
  const asked = forge.pulls.find((one) => rest === `/pulls/${one.number}`);
  if (asked && method === 'GET') return ok(asPull(forge, asked));
  const [, number, what] = /^\/(?:pulls|issues)\/(\d+)\/(\w+)$/.exec(rest) ?? [];
  const pull = forge.pulls.find((one) => one.number === Number(number));
  if (pull && method === 'GET' && what === 'comments')
    return ok(pull.comments.map(({ author, body }, id) => ({ id, body, user: { login: author } })));
  return account ? undefined : no(401, 'login');
}

function dropBranch(forge: Forge, branch: string): Answer {
  if (!forge.repository.head(branch)) return no(404, 'branch does not exist');
  forge.drop(branch);
  return { status: 204, json: null };
}

const OPENED = '2026-11-20T01:00:00Z';

/** Whose the branch of a request is, and what it is called there. */
const sourceOf = (head: string) => (head.includes(':') ? head.split(':') : [OWNER, head]);

/** The branch as the repository itself calls it. */
const sourceHead = ({ owner }: Forge, branch: string) => (owner === OWNER ? branch : `${owner}:${branch}`);

const asPull = (forge: Forge, pull: Pull) => {
  const [owner, ref] = sourceOf(pull.head);
  return {
    number: pull.number,
    title: pull.title,
    state: 'open',
    user: { login: pull.author.login },
    created_at: OPENED,
    head: { ref, sha: forge.headOf(pull), repo: { full_name: `${owner}/content` } },
    base: { ref: pull.base },
    html_url: `http://forge.test/ju/content/pulls/${pull.number}`,
  };
};

/** What the button of a reviewer does: only the commit that was looked at, only where the checks have passed. */
function mergePull(
  forge: Forge,
  number: number,
  { sha, message }: { sha?: unknown; message: unknown },
): Answer {
  const pull = forge.pulls.find((one) => one.number === number);
  if (!pull) return no(404, 'Not Found');
  if (sha !== undefined && sha !== forge.headOf(pull))
    return no(
      409,
      forge.kind === 'gitlab'
        ? 'SHA does not match HEAD of source branch'
        : 'Head branch was modified. Review and try the merge again.',
    );
  if (forge.merge(number) === 'refused') return no(405, 'Required status check "gate (main)" is failing.');
  pull.message = text(message);
  return ok({ merged: true, sha: forge.repository.head(pull.base) });
}

/** Why files may not be written: protected branch, moved or already there. */
function objection({ repository }: Forge, branch: string, files: readonly File[]): Answer | undefined {
  for (const { path, sha } of files) {
    const now = repository.read(branch, path)?.sha;
    if (now !== sha)
      return no(
        422,
        sha ? `sha does not match [given: ${sha}, expected: ${now}]` : 'repository file already exists',
      );
  }
  return undefined;
}

function pullOf(forge: Forge, { body, account }: Asked): Answer {
  if (!account) return no(401, 'login');
  if (
    text(body['head']).includes(':') &&
    text(body['head']).includes('/content:') !== (forge.kind === 'gitee')
  )
    return no(422, 'head is invalid');
  if (forge.open(text(body['head']), text(body['base'])).length > 0)
    return no(forge.kind === 'github' ? 422 : 409, 'A pull request already exists for this branch');
  const pull = forge.propose({
    title: text(body['title']),
    body: text(body['body']),
    // Gitee calls a copy by its whole name, the others by its owner.
    head: text(body['head']).replace('/content:', ':'),
    base: text(body['base']),
    author: account,
  });
  return ok(asPull(forge, pull), 201);
}

const commitUrl = (sha: string) => ({ html_url: `http://forge.test/ju/content/commit/${sha}` });

const gitea: Dialect = (forge, asked) => {
  const { method, path, query, body, account } = asked;
  const { repository } = forge;
  if (path === '/version') return ok({ version: '1.26.0' });
  if (path === '/user') return account ? ok({ login: account.login }) : no(401, 'login');
  const [, rest = ''] = /^\/repos\/ju\/content(\/.*)$/.exec(path) ?? [];
  const file = /^\/contents\/(.+)$/.exec(rest)?.[1];
  if (method === 'GET' && file)
    return contents(forge, query.get('ref') ?? 'main', decodeURIComponent(file), no(404, 'no'));
  const known = common(forge, asked, rest);
  if (known) return known;
  const gone = /^\/branches\/(.+)$/.exec(rest)?.[1];
  if (method === 'DELETE' && gone) return dropBranch(forge, decodeURIComponent(gone));
  const merged = /^\/pulls\/(\d+)\/merge$/.exec(rest)?.[1];
  if (method === 'POST' && merged) {
    const { Do: way, head_commit_id: sha, MergeMessageField: message } = body;
    return way === 'merge' ? mergePull(forge, Number(merged), { sha, message }) : no(422, '[Do]: Required');
  }
  if (method === 'POST' && rest === '/contents') {
    const files = body['files'] as File[];
    const base = text(body['branch']);
    const branch = text(body['new_branch']) || base;
    if (forge.protected.has(branch)) return no(403, `branch ${branch} is protected`);
    if (branch !== base && repository.head(branch)) return no(409, 'branch already exists');
    const refused = objection(forge, base, files);
    if (refused) return refused;
    const changes = files.map(({ path, content, operation }) => ({
      path,
      bytes: operation === 'delete' ? undefined : bytesOf(content),
    }));
    return ok(
      { commit: commitUrl(repository.commit(branch, repository.head(base), text(body['message']), changes)) },
      201,
    );
  }
  return method === 'POST' && rest === '/pulls' ? pullOf(forge, asked) : undefined;
};

interface Action {
  readonly action: string;
  readonly file_path: string;
  readonly content: string;
  readonly last_commit_id?: string;
}

/** A project of GitLab by its owner; copies are numbered after the project itself. */
const projectOf = (owner: string, forge: Forge) => ({
  id: [OWNER, ...forge.forks.keys()].indexOf(owner) + 1,
  path_with_namespace: `${owner}/content`,
});

const gitlab: Dialect = (forge, { method, path, query, body, account, scopes }) => {
  const { repository } = forge;
  if (path === '/user') return account ? ok({ username: account.login }) : no(401, 'login');
  if (path === '/projects') return ok([]);
  if (path === '/personal_access_tokens/self')
    return scopes ? ok({ scopes, expires_at: '2027-01-31' }) : no(401, 'login');
  const [, rest = ''] = /^\/projects\/ju%2Fcontent(\/.*)$/.exec(path) ?? [];
  const file = /^\/repository\/files\/(.+)$/.exec(rest)?.[1];
  if (method === 'GET' && file) {
    const [ref, name] = [query.get('ref') ?? 'main', decodeURIComponent(file)];
    const found = repository.read(ref, name);
    return found
      ? ok({
          content: found.bytes.toString('base64'),
          blob_id: found.sha,
          last_commit_id: repository.lastCommit(ref, name),
        })
      : no(404, '404 File Not Found');
  }
  if (method === 'GET' && rest === '/repository/tree') {
    const folder = repository.list(query.get('ref') ?? 'main', query.get('path') ?? '');
    return folder ? ok(folder) : no(404, '404 Tree Not Found');
  }
  if (!account) return no(401, 'login');
  if (method === 'GET' && rest === '')
    return ok({
      ...projectOf(forge.owner, forge),
      visibility: forge.isPublic ? 'public' : 'private',
      permissions: {
        project_access: { access_level: mayPush(forge, account) ? 30 : 20 },
        group_access: null,
      },
    });
  if (method === 'POST' && rest === '/fork') {
    forge.copyFor(account.login);
    return ok(projectOf(account.login, forge), 201);
  }
  if (method === 'GET' && rest === '/forks')
    return ok(forge.forks.has(account.login) ? [projectOf(account.login, forge)] : []);
  const branchName = decodeURIComponent(/^\/repository\/branches\/(.+)$/.exec(rest)?.[1] ?? '');
  if (method === 'GET' && branchName)
    return repository.head(branchName)
      ? ok(branchOf(forge, branchName, account))
      : no(404, '404 Branch Not Found');
  if (method === 'DELETE' && branchName) return dropBranch(forge, branchName);
  const issue = (at: number) => ({ iid: at + 1, web_url: `http://forge.test/ju/content/-/issues/${at + 1}` });
  if (method === 'GET' && rest === '/issues')
    return ok(forge.issues.flatMap(({ title }, at) => (title === query.get('search') ? [issue(at)] : [])));
  if (method === 'POST' && rest === '/issues') return ok(issue(forge.issues.push(body) - 1), 201);
  if (method === 'GET' && rest === '/merge_requests')
    return ok(
      forge
        .open(null, query.get('target_branch'))
        .filter(({ head }) => [null, sourceOf(head)[1]].includes(query.get('source_branch')))
        .map((pull) => ({
          iid: pull.number,
          title: pull.title,
          author: { username: pull.author.login },
          created_at: OPENED,
          source_branch: sourceOf(pull.head)[1],
          source_project_id: projectOf(sourceOf(pull.head)[0] ?? OWNER, forge).id,
          target_branch: pull.base,
          sha: forge.headOf(pull),
          web_url: `http://forge.test/ju/content/-/merge_requests/${pull.number}`,
        })),
    );
  const [, iid, what] = /^\/merge_requests\/(\d+)\/(\w+)$/.exec(rest) ?? [];
  if (method === 'GET' && what === 'notes')
    return ok(
      forge.pulls
        .find((one) => one.number === Number(iid))
        ?.comments.map(({ author, body }, id) => ({ id, body, author: { username: author } })) ?? [],
    );
  if (method === 'PUT' && what === 'merge')
    return mergePull(forge, Number(iid), { sha: body['sha'], message: body['merge_commit_message'] });
  if (method === 'POST' && rest === '/repository/commits') {
    const base = text(body['start_branch']) || text(body['branch']);
    const branch = text(body['branch']);
    if (forge.protected.has(branch)) return no(403, 'You are not allowed to push into this branch');
    if (body['start_branch'] && repository.head(branch)) return no(400, 'A branch already exists');
    if (body['start_project']) repository.take(forge.home.repository, base, `refs/heads/${base}`);
    const actions = body['actions'] as Action[];
    const moved = actions.some(({ file_path: name, last_commit_id: known, action }) =>
      action === 'create'
        ? repository.read(base, name)
        : known && repository.lastCommit(base, name) !== known,
    );
    if (moved)
      return no(400, 'You are attempting to update a file that has changed since you started editing it.');
    const changes = actions.map((one) => ({
      path: one.file_path,
      bytes: one.action === 'delete' ? undefined : bytesOf(one.content),
    }));
    const sha = repository.commit(branch, repository.head(base), text(body['commit_message']), changes);
    return ok({ id: sha, web_url: `http://forge.test/ju/content/-/commit/${sha}` }, 201);
  }
  if (method !== 'POST' || rest !== '/merge_requests') return undefined;
  if (forge.owner !== OWNER && body['target_project_id'] !== projectOf(OWNER, forge).id)
    return no(422, 'target_project_id is invalid');
  const head = sourceHead(forge, text(body['source_branch']));
  if (forge.open(head).length > 0)
    return no(409, 'Another open merge request already exists for this source branch');
  const pull = forge.home.propose({
    title: text(body['title']),
    body: text(body['description']),
    head,
    base: text(body['target_branch']),
    author: account,
  });
  return ok(
    { iid: pull.number, web_url: `http://forge.test/ju/content/-/merge_requests/${pull.number}` },
    201,
  );
};

interface GraphInput {
  readonly branch: { readonly branchName: string; readonly repositoryNameWithOwner: string };
  readonly message: { readonly headline: string };
  readonly expectedHeadOid: string;
  readonly fileChanges: {
    readonly additions: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions?: readonly { readonly path: string }[];
  };
}

const github: Dialect = (forge, asked) => {
  const { method, path, query, body, account, scopes } = asked;
  const { repository } = forge;
  if (path === '') return ok({ current_user_url: 'http://forge.test/api/v3/user' });
  const headers = { 'x-oauth-scopes': scopes?.join(', ') ?? '' };
  if (path === '/user') return account ? { ...ok({ login: account.login }), headers } : no(401, 'login');
  if (path === '/graphql') {
    const { input } = body['variables'] as { input: GraphInput };
    const { branchName, repositoryNameWithOwner } = input.branch;
    const owner = repositoryNameWithOwner.split('/')[0] ?? OWNER;
    const at = owner === OWNER ? forge : { repository: forge.copyFor(owner) };
    if (forge.protected.has(branchName) && at === forge)
      return ok({ errors: [{ message: `${branchName} is protected` }] });
    const head = at.repository.head(branchName);
    if (head !== input.expectedHeadOid)
      return ok({ errors: [{ message: `Expected branch to point to ${input.expectedHeadOid}` }] });
    const { additions, deletions = [] } = input.fileChanges;
    const changes = [
      ...additions.map(({ path, contents }) => ({ path, bytes: bytesOf(contents) })),
      ...deletions.map(({ path }) => ({ path, bytes: undefined })),
    ];
    const sha = at.repository.commit(branchName, head, input.message.headline, changes);
    return ok({
      data: { createCommitOnBranch: { commit: { url: `http://forge.test/ju/content/commit/${sha}` } } },
    });
  }
  const [, rest = ''] = /^\/repos\/ju\/content(\/.*)$/.exec(path) ?? [];
  const file = /^\/contents\/(.+)$/.exec(rest)?.[1];
  if (method === 'GET' && file)
    return contents(forge, query.get('ref') ?? 'main', decodeURIComponent(file), no(404, 'Not Found'));
  const ref = /^\/git\/ref\/heads\/(.+)$/.exec(rest)?.[1];
  if (method === 'GET' && ref) return ok({ object: { sha: repository.head(decodeURIComponent(ref)) } });
  const known = common(forge, asked, rest);
  if (known) return known;
  const merged = /^\/pulls\/(\d+)\/merge$/.exec(rest)?.[1];
  if (method === 'PUT' && merged)
    return mergePull(forge, Number(merged), { sha: body['sha'], message: body['commit_message'] });
  const gone = /^\/git\/refs\/heads\/(.+)$/.exec(rest)?.[1];
  if (method === 'DELETE' && gone) return dropBranch(forge, decodeURIComponent(gone));
  if (method === 'POST' && rest === '/git/refs') {
    const name = text(body['ref']).replace('refs/heads/', '');
    if (repository.head(name)) return no(422, 'Reference already exists');
    repository.branch(name, text(body['sha']));
    return ok({}, 201);
  }
  return method === 'POST' && rest === '/pulls' ? pullOf(forge, asked) : undefined;
};

const gitee: Dialect = (forge, asked) => {
  const { method, path, query, body, account } = asked;
  const { repository } = forge;
  if (path === '/user') return account ? ok({ login: account.login }) : no(401, 'login');
  const [, rest = ''] = /^\/repos\/ju\/content(\/.*)$/.exec(path) ?? [];
  const file = decodeURIComponent(/^\/contents\/(.+)$/.exec(rest)?.[1] ?? '');
  if (method === 'GET' && file) return contents(forge, query.get('ref') ?? 'main', file, ok([]));
  const known = common(forge, asked, rest);
  if (known) return known;
  const merged = /^\/pulls\/(\d+)\/merge$/.exec(rest)?.[1];
  if (method === 'PUT' && merged) return mergePull(forge, Number(merged), { message: body['description'] });
  if (method === 'POST' && rest === '/branches') {
    if (repository.head(text(body['branch_name']))) return no(400, '分支已存在');
    repository.branch(text(body['branch_name']), repository.head(text(body['refs'])) ?? '');
    return ok({}, 201);
  }
  if (method !== 'GET' && file) {
    const isGone = method === 'DELETE';
    const said = isGone ? Object.fromEntries(query) : body;
    const branch = text(said['branch']);
    if (forge.protected.has(branch)) return no(403, `${branch} is protected`);
    const sha = method === 'POST' ? undefined : text(said['sha']);
    const refused = objection(forge, branch, [
      { path: file, content: '', ...(sha !== undefined && { sha }) },
    ]);
    if (refused) return refused;
    const changes = [{ path: file, bytes: isGone ? undefined : bytesOf(body['content']) }];
    return ok(
      {
        commit: commitUrl(repository.commit(branch, repository.head(branch), text(said['message']), changes)),
      },
      201,
    );
  }
  return method === 'POST' && rest === '/pulls' ? pullOf(forge, asked) : undefined;
};

export const DIALECTS: Readonly<Record<ForgeKind, Dialect>> = {
  forgejo: gitea,
  gitea,
  gitlab,
  github,
  gitee,
};
