/** What each kind of forge answers to those who ask what became of requests. */
import { COMMENT_MARK } from '../../../src/forges/request-addresses.ts';
import type { Answer, Asked, Forge, Pull } from './forge.ts';

const ok = (json: unknown): Answer => ({ status: 200, json });

const stateOf = ({ merged, closed }: Pull) => (merged ? 'merged' : closed ? 'closed' : 'open');
const SENT = '2026-11-20T01:00:00Z';

interface Remark {
  readonly id: number;
  readonly author: string;
  readonly text: string;
}

/** Comments are numbered through the whole repository. */
const idOf = ({ number }: Pull, at: number) => number * 1000 + at;

/** Adds a comment, or puts another in the place of one; undefined where it is not there. */
function comment({ pulls }: Forge, pull: Pull | undefined, id: number, { account, body }: Asked): Answer {
  const owner = pull ?? pulls.find((one) => one.number === Math.floor(id / 1000));
  const at = pull ? pull.comments.length : id % 1000;
  if (!owner || !account) return { status: 404, json: { message: 'Not Found' } };
  owner.comments[at] = { author: account.login, body: String(body['body']) };
  return { status: pull ? 201 : 200, json: { id: idOf(owner, at) } };
}

/** GitLab and Gitee tell the newest first unless they are asked for the oldest. */
const inOrder = <T>(forge: Forge, query: URLSearchParams, oldestFirst: readonly T[]): readonly T[] =>
  /^git(?:lab|ee)$/.test(forge.kind) && (query.get('sort') ?? query.get('direction')) !== 'asc'
    ? oldestFirst.toReversed()
    : oldestFirst;

/** What the gate says under a request, then what people said. */
function remarksOn(forge: Forge, pull: Pull): Remark[] {
  const { passed, reasons } = pull.verdict;
  const head = forge.repository.head(pull.head) ?? '';
  const told = reasons.map((reason) => `- ✗ ${reason}`).join('\n');
  const text = `${COMMENT_MARK}\n## ${passed ? '✓ 检查通过，请审核' : '✗ 不能合并'}\n\n${told}\n\n<sub>提交 ${head.slice(0, 10)}，按 2026-11-22 检查。</sub>`;
  return [
    ...(!forge.speaks ? [] : [{ id: idOf(pull, 999), author: 'gate', text }]),
    ...pull.comments.map(({ author, body }, at) => ({ id: idOf(pull, at), author, text: body })),
  ];
}

function likeGitHub(forge: Forge, asked: Asked): Answer | undefined {
  const { method, path, query, body } = asked;
  const [, rest = ''] = /^\/repos\/ju\/content(\/.*)$/.exec(path) ?? [];
  const told = (pull: Pull) => ({
    number: pull.number,
    html_url: `http://forge.test/ju/content/pulls/${pull.number}`,
    title: pull.title,
    body: pull.body,
    // Gitee has a word of its own for what was merged.
    state: forge.kind === 'gitee' ? stateOf(pull) : stateOf(pull) === 'open' ? 'open' : 'closed',
    created_at: SENT,
    merged_at: pull.merged ? (pull.endedOn ?? SENT) : null,
    closed_at: pull.closed || pull.merged ? (pull.endedOn ?? SENT) : null,
    ...(forge.kind === 'gitee' && { assignees: [{ login: 'ju', accept: pull.accepted === true }] }),
    user: { login: pull.author.login },
    head: { ref: pull.head.replace(/^.*:/, ''), sha: forge.headOf(pull) ?? '' },
    base: { ref: pull.base },
  });
  if (method === 'GET' && rest === '/pulls' && !query.has('head')) {
    const found = forge.pulls.filter((one) => query.get('state') === 'all' || stateOf(one) === 'open');
    return ok(found.toReversed().map(told));
  }
  const place = forge.kind === 'gitee' ? '/pulls/' : '/issues/';
  const [, id] = /^\/(?:pulls|issues)\/comments\/(\d+)$/.exec(rest) ?? [];
  if (method === 'PATCH' && id && rest.startsWith(place)) return comment(forge, undefined, Number(id), asked);
  const [, number, part] = /^\/(?:pulls|issues)\/(\d+)(\/files|\/comments)?$/.exec(rest) ?? [];
  const pull = forge.pulls.find((one) => one.number === Number(number));
  if (!pull) return undefined;
  if (part === '/files')
    return ok(forge.repository.changed(pull.base, pull.ref).map((filename) => ({ filename })));
  if (part === '/comments' && rest.startsWith(place))
    return method === 'POST'
      ? comment(forge, pull, 0, asked)
      : ok(
          inOrder(forge, query, remarksOn(forge, pull)).map(({ id, author, text }) => ({
            id,
            body: text,
            user: { login: author },
          })),
        );
  if (method === 'GET') return ok(told(pull));
  if (method !== 'PATCH') return undefined;
  const { state, ...words } = body;
  Object.assign(pull, words, state === 'closed' && { closed: true });
  return ok(told(pull));
}

function onGitLab(forge: Forge, asked: Asked): Answer | undefined {
  const { method, path, query, body } = asked;
  const [, rest = ''] = /^\/projects\/ju%2Fcontent\/merge_requests(\/.*)?$/.exec(path) ?? [];
  if (!path.includes('/merge_requests')) return undefined;
  const told = (pull: Pull) => ({
    iid: pull.number,
    web_url: `http://forge.test/ju/content/-/merge_requests/${pull.number}`,
    title: pull.title,
    description: pull.body,
    state: stateOf(pull).replace('open', 'opened'),
    source_branch: pull.head.replace(/^.*:/, ''),
    target_branch: pull.base,
    sha: forge.headOf(pull) ?? '',
    author: { username: pull.author.login },
    created_at: SENT,
    merged_at: pull.merged ? (pull.endedOn ?? SENT) : null,
    closed_at: pull.closed ? (pull.endedOn ?? SENT) : null,
  });
  if (method === 'GET' && rest === '' && !query.has('source_branch')) {
    const author = query.get('author_username');
    const found = forge.pulls.filter(
      (one) =>
        (query.get('state') === 'all' || stateOf(one) === 'open') &&
        one.base === query.get('target_branch') &&
        (author === null || one.author.login === author),
    );
    return ok(found.toReversed().map(told));
  }
  const [, number, part, id] = /^\/(\d+)(\/diffs|\/notes)?(?:\/(\d+))?$/.exec(rest) ?? [];
  const pull = forge.pulls.find((one) => one.number === Number(number));
  if (!pull) return undefined;
  if (part === '/diffs')
    return ok(
      forge.repository.changed(pull.base, pull.ref).map((name) => ({ new_path: name, old_path: name })),
    );
  if (part === '/notes' && method !== 'GET')
    return comment(forge, id ? undefined : pull, Number(id ?? 0), asked);
  if (part === '/notes') {
    const system = { id: 1, body: 'assigned to @x', system: true, author: { username: 'x' } };
    const said = remarksOn(forge, pull).map(({ id: note, author, text }) => ({
      id: note,
      body: text,
      system: false,
      author: { username: author },
    }));
    return ok(inOrder(forge, query, [system, ...said]));
  }
  if (method === 'GET') return ok(told(pull));
  if (method !== 'PUT') return undefined;
  const { title, description, state_event: event } = body;
  if (event === 'close') pull.closed = true;
  else Object.assign(pull, { title, body: description });
  return ok(told(pull));
}

/** Undefined for whatever else is asked. */
export function answerFollowed(forge: Forge, asked: Asked): Answer | undefined {
  if (!asked.account) return undefined;
  return (forge.kind === 'gitlab' ? onGitLab : likeGitHub)(forge, asked);
}
