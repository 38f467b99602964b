/** A double of the forges: their interfaces over a real repository, with accounts, pull requests and checks. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ForgeKind } from '../../../src/domain/forges.ts';
import type { AddressInfo } from 'node:net';
import { runChecks, type Account, type Verdict } from './ci.ts';
import { DIALECTS } from './dialects.ts';
import { answerFollowed } from './followed.ts';
import { answerLogin } from './oauth.ts';
import { Repository } from './repository.ts';

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly head: string;
  readonly base: string;
  readonly author: Account;
  readonly verdict: Verdict;
  readonly comments: { readonly author: string; readonly body: string }[];
  /** What was written into the merge. */
  message?: string;
  merged: boolean;
  closed: boolean;
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
}

export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

const TODAY = '2026-11-22';

export class Forge {
  readonly repository = new Repository();
  readonly accounts = new Map<string, Account>();
  readonly pulls: Pull[] = [];
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
    const verdict = runChecks(this.repository, pull.base, pull.head, pull.author, TODAY);
    const made = {
      ...pull,
      number: this.pulls.length + 1,
      verdict,
      comments: [],
      merged: false,
      closed: false,
    };
    this.pulls.push(made);
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
    for (const pull of this.open(branch)) pull.closed = true;
  }

  /** What the reviewer’s button does: refused unless the checks have passed. */
  merge(number: number): 'merged' | 'refused' {
    const pull = this.pulls.find((one) => one.number === number);
    if (!pull?.verdict.passed) return 'refused';
    this.repository.merge(pull.base, pull.head);
    pull.merged = true;
    return 'merged';
  }

  answer(asked: Asked): Answer {
    this.before(asked);
    const answer = answerFollowed(this, asked) ??
      DIALECTS[this.kind](this, asked) ?? { status: 404, json: { message: 'Not Found' } };
    return this.after(asked, answer);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, accept',
};

function send(response: ServerResponse, { status, json }: Answer): void {
  response.writeHead(status, { ...CORS, 'content-type': 'application/json' });
  response.end(status === 204 ? undefined : JSON.stringify(json));
}

async function handle(forge: Forge, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://forge.test');
  if (request.method === 'OPTIONS') return send(response, { status: 204, json: null });
  forge.log.push(`${request.method} ${url.pathname}`);
  if (forge.isDown) return void request.socket.destroy();
  const text = await bodyOf(request);
  if (answerLogin(forge, url, text, response, (answer) => send(response, answer))) return;
  const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  const bearer = request.headers.authorization?.replace(/^(?:Bearer|token) /, '');
  const token = bearer ?? url.searchParams.get('access_token') ?? body['access_token'];
  const account = typeof token === 'string' ? forge.accounts.get(token) : undefined;
  if (typeof token === 'string' && !account)
    return send(response, { status: 401, json: { message: 'token is not valid' } });
  const path = url.pathname.replace(/^\/api(?:\/v\d)?/, '');
  send(
    response,
    forge.answer({ method: request.method ?? 'GET', path, query: url.searchParams, body, account }),
  );
}

/** Opens a forge at a free port. */
export async function openForgeDouble(
  kind: ForgeKind,
): Promise<{ forge: Forge; port: number; close: () => void }> {
  const forge = new Forge(kind);
  const server = createServer((request, response) => {
    handle(forge, request, response).catch((error: unknown) =>
      send(response, { status: 500, json: { message: String(error) } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
    forge.repository.remove();
  };
  return { forge, port, close };
}
