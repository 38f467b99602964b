/** What each kind of forge answers to those who ask what became of requests. */
import { COMMENT_MARK } from '../../../src/forges/request-addresses.ts';
import type { Answer, Asked, Forge, Pull } from './forge.ts';

const ok = (json: unknown): Answer => ({ status: 200, json });

const stateOf = ({ merged, closed }: Pull) => (merged ? 'merged' : closed ? 'closed' : 'open');
const SENT = '2026-11-20T01:00:00Z';

/** What the gate says under a request, then what people said. */
function remarksOn(forge: Forge, pull: Pull): { readonly author: string; readonly text: string }[] {
  const { passed, reasons } = pull.verdict;
  const head = forge.repository.head(pull.head) ?? '';
  const told = reasons.map((reason) => `- ✗ ${reason}`).join('\n');
  const text = `${COMMENT_MARK}\n## ${passed ? '✓ 检查通过，请审核' : '✗ 不能合并'}\n\n${told}\n\n<sub>提交 ${head.slice(0, 10)}，按 2026-11-22 检查。</sub>`;
  return [
    ...(!forge.speaks ? [] : [{ author: 'gate', text }]),
    ...pull.comments.map(({ author, body }) => ({ author, text: body })),
  ];
}

function likeGitHub(forge: Forge, { method, path, query, body }: Asked): Answer | undefined {
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
    user: { login: pull.author.login },
    head: { ref: pull.head.replace(/^.*:/, ''), sha: forge.headOf(pull) ?? '' },
    base: { ref: pull.base },
  });
  if (method === 'GET' && rest === '/pulls' && !query.has('head')) {
    const asked = forge.pulls.filter((one) => query.get('state') === 'all' || stateOf(one) === 'open');
    return ok(asked.toReversed().map(told));
  }
  const [, number, part] = /^\/(?:pulls|issues)\/(\d+)(\/files|\/comments)?$/.exec(rest) ?? [];
  const pull = forge.pulls.find((one) => one.number === Number(number));
  if (!pull) return undefined;
  if (part === '/files')
    return ok(forge.repository.changed(pull.base, pull.ref).map((filename) => ({ filename })));
  const place = forge.kind === 'gitee' ? '/pulls/' : '/issues/';
  if (part === '/comments' && rest.startsWith(place))
    return ok(remarksOn(forge, pull).map(({ author, text }) => ({ body: text, user: { login: author } })));
  if (method !== 'PATCH') return undefined;
  Object.assign(pull, body);
  return ok(told(pull));
}

function onGitLab(forge: Forge, { method, path, query, body }: Asked): Answer | undefined {
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
    const asked = forge.pulls.filter(
      (one) =>
        (query.get('state') === 'all' || stateOf(one) === 'open') &&
        one.base === query.get('target_branch') &&
        (author === null || one.author.login === author),
    );
    return ok(asked.toReversed().map(told));
  }
  const [, number, part] = /^\/(\d+)(\/diffs|\/notes)?$/.exec(rest) ?? [];
  const pull = forge.pulls.find((one) => one.number === Number(number));
  if (!pull) return undefined;
  if (part === '/diffs')
    return ok(
      forge.repository.changed(pull.base, pull.ref).map((name) => ({ new_path: name, old_path: name })),
    );
  if (part === '/notes') {
    const system = { body: 'assigned to @x', system: true, author: { username: 'x' } };
    const said = remarksOn(forge, pull).map(({ author, text }) => ({
      body: text,
      system: false,
      author: { username: author },
    }));
    return ok([system, ...said]);
  }
  if (method !== 'PUT') return undefined;
  const { title, description } = body;
  Object.assign(pull, { title, body: description });
  return ok(told(pull));
}

/** Undefined for whatever else is asked. */
export function answerFollowed(forge: Forge, asked: Asked): Answer | undefined {
  if (!asked.account) return undefined;
  return (forge.kind === 'gitlab' ? onGitLab : likeGitHub)(forge, asked);
}
