import { ForgeError, type Fault } from './types.ts';

/** How one platform is spoken to. */
export interface Line {
  /** Without a slash at its end. */
  readonly root: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
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
  409: 'changed',
};

/** What platforms say when a file is no longer the one that was read. */
const MOVED =
  /sha does not match|does not match|has changed since|is at \w+ but expected|expected head oid|already exists|文件已(?:经)?(?:被|存在)/i;

function faultOf(status: number, said: string): ForgeError {
  const known = BY_STATUS[status];
  if (known) return new ForgeError(known);
  if (status >= 500) return new ForgeError('down');
  return new ForgeError(MOVED.test(said) ? 'changed' : 'refused', said);
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
