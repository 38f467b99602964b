import { ForgeError, type Fault } from './types.ts';

/** How one platform is spoken to. */
export interface Line {
  /** Without a slash at its end. */
  readonly root: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Asked once when the platform no longer knows the account: other headers to try, or nothing. */
  readonly renew?: (() => Promise<Readonly<Record<string, string>> | undefined>) | undefined;
}

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Answers `undefined` where the platform has nothing under this address. */
  readonly orNothing?: boolean;
}

/** Sends a request and returns the parsed answer. */
export type Call = <T>(path: string, request?: Request) => Promise<T>;

/** After this many milliseconds without an answer a platform counts as out of reach. */
const PATIENCE = 30_000;

const BY_STATUS: Readonly<Record<number, Fault>> = {
  401: 'expired',
  404: 'missing',
  429: 'busy',
};

/**
 * What platforms say, whether with 400, 409 or 422: a file is no longer the one that was read; the branch was written
 * by somebody else meanwhile; the branch or the request that is to be made is there already.
 */
const SAID: readonly (readonly [Fault, RegExp])[] = [
  ['raced', /expected (?:branch to point|head oid)|reference (?:update|cannot)|cannot lock ref|stale info/i],
  [
    'again',
    /(?:branch|reference|ref|request)\b[^.]{0,80}\balready exists|already exists[^.]{0,80}request|已存在.{0,20}(?:分支|Pull)|(?:分支|Pull ?Request|合并请求).{0,20}已(?:经)?存在/i,
  ],
  [
    'changed',
    /does not match(?! HEAD)|has changed since|is at \w+ but expected|file\b[^.]{0,80}\balready exists|文件.{0,20}已(?:经)?(?:被|存在)/i,
  ],
];

/** Why an account may not: too many requests, a token for less than this, or no right at all. */
const forbidden = (said: string): Fault =>
  /rate limit/i.test(said)
    ? 'busy'
    : /scope|personal access token|integration/i.test(said)
      ? 'scope'
      : 'forbidden';

/** A fault, with what the platform said in Chinese where it is one of no known kind. */
const explained = async (error: ForgeError, said: string): Promise<ForgeError> =>
  error.fault === 'refused' && said
    ? new ForgeError('refused', (await import('./said.ts')).inChinese(said))
    : error;

/** What an answer that is none means, by its status and what the platform said. */
export function faultOf(status: number, said: string): ForgeError {
  const known = status === 403 ? forbidden(said) : BY_STATUS[status];
  if (known) return new ForgeError(known);
  if (status >= 500) return new ForgeError('down');
  return new ForgeError(SAID.find(([, words]) => words.test(said))?.[0] ?? 'refused', said);
}

function messageIn(text: string): string {
  try {
    const { message, error, error_description: more } = JSON.parse(text) as Record<string, unknown>;
    const said = message ?? (error && more ? `${String(error)}: ${String(more)}` : error) ?? text;
    return typeof said === 'string' ? said : JSON.stringify(said);
  } catch {
    return text.slice(0, 200);
  }
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    return await fetch(url, { ...init, signal: stop.signal, cache: 'no-store', credentials: 'omit' });
  } catch {
    throw new ForgeError('down');
  } finally {
    clearTimeout(timer);
  }
}

/** A way to call a platform; every fault comes as a `ForgeError`. An expired login is renewed where it can be. */
export function caller({ root, headers, renew }: Line): Call {
  let own = headers;
  let renewing: Promise<void> | undefined;
  const ask = (path: string, { method = 'GET', query = {}, body }: Request) => {
    const search = new URLSearchParams(query).toString();
    return send(`${root}${path}${search ? `?${search}` : ''}`, {
      method,
      headers: { accept: 'application/json', ...own, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  };
  /** Once for all requests that come back at the same time: what renews is good for one time. */
  const renewed = async () => {
    own = (await renew?.()) ?? own;
    renewing = undefined;
  };
  return async <T>(path: string, request: Request = {}): Promise<T> => {
    const used = own;
    let response = await ask(path, request);
    if (response.status === 401 && own === used) await (renewing ??= renewed());
    if (response.status === 401 && own !== used) response = await ask(path, request);
    const text = await response.text();
    if (request.orNothing && response.status === 404) return undefined as T;
    if (!response.ok) {
      const said = messageIn(text);
      throw await explained(faultOf(response.status, said), said);
    }
    return (text ? JSON.parse(text) : undefined) as T;
  };
}

/** A path with each part made safe for an address, its slashes kept. */
export const inAddress = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
