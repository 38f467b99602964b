import { ForgeError, type Fault } from './types.ts';

/** How one platform is spoken to. */
export interface Line {
  /** Without a slash at its end. */
  readonly root: string;
  readonly headers: Readonly<Record<string, string>>;
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
  403: 'forbidden',
  404: 'missing',
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
    /does not match|has changed since|is at \w+ but expected|file\b[^.]{0,80}\balready exists|文件.{0,20}已(?:经)?(?:被|存在)/i,
  ],
];

/** What an answer that is none means, by its status and what the platform said. */
export function faultOf(status: number, said: string): ForgeError {
  const known = BY_STATUS[status];
  if (known) return new ForgeError(known);
  if (status >= 500) return new ForgeError('down');
  return new ForgeError(SAID.find(([, words]) => words.test(said))?.[0] ?? 'refused', said);
}

function messageIn(text: string): string {
  try {
    const { message, error } = JSON.parse(text) as { message?: unknown; error?: unknown };
    const said = message ?? error ?? text;
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

/** A way to call a platform; every fault comes as a `ForgeError`. */
export const caller =
  ({ root, headers }: Line): Call =>
  async <T>(
    path: string,
    { method = 'GET', query = {}, body, orNothing = false }: Request = {},
  ): Promise<T> => {
    const search = new URLSearchParams(query).toString();
    const response = await send(`${root}${path}${search ? `?${search}` : ''}`, {
      method,
      headers: {
        accept: 'application/json',
        ...headers,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (orNothing && response.status === 404) return undefined as T;
    if (!response.ok) throw faultOf(response.status, messageIn(text));
    return (text ? JSON.parse(text) : undefined) as T;
  };

/** A path with each part made safe for an address, its slashes kept. */
export const inAddress = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
