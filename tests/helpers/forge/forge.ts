/** A double of the forges: their interfaces over a real repository, with accounts, pull requests and checks. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ForgeKind } from '../../../src/domain/forges.ts';
import type { AddressInfo } from 'node:net';
import { runChecks, type Account, type Verdict } from './ci.ts';
import { DIALECTS } from './dialects.ts';
import { answerFollowed } from './followed.ts';
import { limited } from './limits.ts';
import { answerLogin } from './oauth.ts';
import { Repository } from './repository.ts';

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** The branch; of a copy as `account:branch`. */
  readonly head: string;
  readonly base: string;
  /** What the repository itself knows the proposed commits by. */
  readonly ref: string;
  readonly author: Account;
  readonly verdict: Verdict;
  readonly comments: { readonly author: string; readonly body: string }[];
  /** What was written into the merge. */
  message?: string;
  merged: boolean;
  closed: boolean;
  /** On Gitee, whether those who were asked to look at it have accepted it. */
  accepted?: boolean;
  /** ISO instant of the merge or the end. */
  endedOn?: string;
}

export interface Asked {
  readonly method: string;
  /** Below the root of the interface: `/repos/ju/content/pulls`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly account: Account | undefined;
  /** What the token is good for; undefined for everything. */
  readonly scopes?: readonly string[] | undefined;
}

export interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const TODAY = '2026-11-22';
/** Whose the repository is that the content lies in. */
export const OWNER = 'ju';

export class Forge {
  readonly repository = new Repository();
  readonly accounts = new Map<string, Account>();
  readonly pulls: Pull[] = [];
  /** Copies of the repository by the accounts that own them. */
  readonly forks = new Map<string, Repository>();
  /** Whose repository is spoken of. */
  readonly owner: string = OWNER;
  /** The repository itself, where a copy is spoken of. */
  readonly home: Forge = this;
  /** What tokens are good for; all where a token is not named. */
  readonly scopes = new Map<string, readonly string[]>();
  /** Branches that only requests change. */
  readonly protected = new Set(['main']);
  /** Whether browsers of other sites may ask, and whether with a token. */
  cors: 'on' | 'off' | 'no-authorization' = 'on';
  /** Whether logins bring tokens that end, with what renews them. */
  expiring = false;
  /** What is good to renew a login with, once. */
  readonly renewals = new Set<string>();
  #lent: string[] = [];

  /** A token of its own for the first account. */
  lend(): string {
    const token = `lent-${this.#lent.length}`;
    const [account] = this.accounts.values();
    if (account) this.accounts.set(token, account);
    this.#lent.push(token);
    return token;
  }

  renewal(): string {
    const made = `renewal-${this.#lent.length}`;
    this.renewals.add(made);
    return made;
  }

  /** The hour is over: what was lent is worth nothing. */
  expire(): void {
    for (const token of this.#lent) this.accounts.delete(token);
  }

  readonly issues: Record<string, unknown>[] = [];
  /** Every request that arrived, as `POST /repos/…`. */
  readonly log: string[] = [];
  /** Called before a request is answered: for a main that moves meanwhile. */
  before: (asked: Asked) => void = () => undefined;
  /** May replace an answer after all was done: for one that gets lost. */
  after: (asked: Asked, answer: Answer) => Answer = (_, answer) => answer;
  isDown = false;
  /** Whether the gate says under each request what it found; else only what was put there stands there. */
  speaks = false;
  isPublic = false;
  readonly kind: ForgeKind;

  constructor(kind: ForgeKind) {
    this.kind = kind;
  }

  propose(pull: Pick<Pull, 'title' | 'body' | 'head' | 'base' | 'author'>): Pull {
    const number = this.pulls.length + 1;
    const ref = this.fetched(pull.head, number);
    const verdict = runChecks(this.repository, pull.base, ref, pull.author, TODAY);
    const made = { ...pull, number, ref, verdict, comments: [], merged: false, closed: false };
    this.pulls.push(made);
    return made;
  }

  /** Takes in what stands on the branch of a copy. */
  private fetched(head: string, number: number): string {
    const [owner = '', branch] = head.split(':');
    const fork = this.forks.get(owner);
    if (branch === undefined || !fork) return head;
    const ref = `refs/pull/${number}/head`;
    this.repository.take(fork, branch, ref);
    return ref;
  }

  /** The last commit of what a request brings. */
  headOf({ head }: Pull): string | undefined {
    const [owner = '', branch] = head.split(':');
    return branch === undefined ? this.repository.head(head) : this.forks.get(owner)?.head(branch);
  }

  /** An account's own copy, made where there is none. */
  copyFor(owner: string): Repository {
    const known = this.forks.get(owner);
    if (known) return known;
    const made = new Repository();
    for (const branch of this.repository.branches())
      made.take(this.repository, branch, `refs/heads/${branch}`);
    this.forks.set(owner, made);
    return made;
  }

  /** The open requests from one branch to another; of all branches where none is named. */
  open(head?: string | null, base?: string | null): Pull[] {
    return this.pulls.filter(
      (pull) =>
        !pull.merged &&
        !pull.closed &&
        (!head || pull.head === head.replace(/^ju:/, '')) &&
        (!base || pull.base === base),
    );
  }

  /** A branch that goes takes its requests along. */
  drop(branch: string): void {
    this.repository.drop(branch);
    const head = this.owner === OWNER ? branch : `${this.owner}:${branch}`;
    for (const pull of this.open(head)) pull.closed = true;
  }

  /** What the reviewer’s button does: refused unless the checks have passed. */
  merge(number: number): 'merged' | 'refused' {
    const pull = this.pulls.find((one) => one.number === number);
    if (!pull?.verdict.passed) return 'refused';
    this.repository.merge(pull.base, pull.ref);
    pull.merged = true;
    return 'merged';
  }

  answer(asked: Asked): Answer {
    this.before(asked);
    const answer = limited(this, asked) ??
      answerFollowed(this, asked) ??
      this.#asked(asked) ?? { status: 404, json: { message: 'Not Found' } };
    if (asked.method !== 'GET') this.#fetch();
    return this.after(asked, answer);
  }

  /** What was added to a branch of a copy is in the request that was made of it. */
  #fetch(): void {
    for (const { head, number, ref } of this.open()) if (ref !== head) this.fetched(head, number);
  }

  /** Answers for the repository itself, or for the copy that a path names. */
  #asked(asked: Asked): Answer | undefined {
    const [, kind = '', owner = OWNER, slash = ''] = COPY.exec(asked.path) ?? [];
    if (owner === OWNER) return DIALECTS[this.kind](this, asked);
    const repository = this.forks.get(owner);
    if (!repository) return { status: 404, json: { message: 'Not Found' } };
    const at = Object.create(this, { repository: { value: repository }, owner: { value: owner } }) as Forge;
    const path = asked.path.replace(COPY, `/${kind}/${OWNER}${slash}content`);
    return DIALECTS[this.kind](at, { ...asked, path });
  }
}

/** What stands in front of a path that is some account's copy of the repository. */
const COPY = /^\/(repos|projects)\/([^/%]+)(\/|%2F)content(?=\/|$)/;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const corsOf = ({ cors }: Forge): Readonly<Record<string, string>> =>
  cors === 'off'
    ? {}
    : {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
        'access-control-allow-headers': `${cors === 'on' ? 'authorization, ' : ''}content-type, accept`,
        'access-control-expose-headers': 'x-oauth-scopes',
      };

function send(forge: Forge, response: ServerResponse, { status, json, headers }: Answer): void {
  response.writeHead(status, { ...corsOf(forge), ...headers, 'content-type': 'application/json' });
  response.end(status === 204 ? undefined : JSON.stringify(json));
}

async function handle(forge: Forge, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://forge.test');
  if (request.method === 'OPTIONS') return send(forge, response, { status: 204, json: null });
  forge.log.push(`${request.method} ${url.pathname}`);
  if (forge.isDown) return void request.socket.destroy();
  const text = await bodyOf(request);
  if (answerLogin(forge, url, text, response, (answer) => send(forge, response, answer))) return;
  const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  const bearer = request.headers.authorization?.replace(/^(?:Bearer|token) /, '');
  const token = bearer ?? url.searchParams.get('access_token') ?? body['access_token'];
  const account = typeof token === 'string' ? forge.accounts.get(token) : undefined;
  const scopes = typeof token === 'string' ? forge.scopes.get(token) : undefined;
  if (typeof token === 'string' && !account)
    return send(forge, response, { status: 401, json: { message: 'token is not valid' } });
  const path = url.pathname.replace(/^\/api(?:\/v\d)?/, '');
  send(
    forge,
    response,
    forge.answer({ method: request.method ?? 'GET', path, query: url.searchParams, body, account, scopes }),
  );
}

/** Opens a forge at a free port. */
export async function openForgeDouble(
  kind: ForgeKind,
  listenAt = 0,
): Promise<{ forge: Forge; port: number; close: () => void }> {
  const forge = new Forge(kind);
  const server = createServer((request, response) => {
    handle(forge, request, response).catch((error: unknown) =>
      send(forge, response, { status: 500, json: { message: String(error) } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(listenAt, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
    for (const one of [forge.repository, ...forge.forks.values()]) one.remove();
  };
  return { forge, port, close };
}
