import { DOWN, ForgeError } from './types.ts';

/** How one platform is spoken to. */
export interface ForgeEndpoint {
  /** Without a slash at its end. */
  readonly root: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Asked once when the platform no longer knows the account: other headers to try, or nothing. */
  readonly renew?: (() => Promise<Readonly<Record<string, string>> | undefined>) | undefined;
}

export interface ForgeRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Answers `undefined` where the platform has nothing under this address. */
  readonly orNothing?: boolean;
}

/** Sends a request and returns the parsed answer. */
export type Call = <T>(path: string, request?: ForgeRequest) => Promise<T>;

/** After this many milliseconds without an answer a platform counts as out of reach. */
const PATIENCE = 30_000;

async function send(url: string, init: RequestInit): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    return await fetch(url, { ...init, signal: stop.signal, cache: 'no-store', credentials: 'omit' });
  } catch {
    throw new ForgeError('down', DOWN);
  } finally {
    clearTimeout(timer);
  }
}

/** A way to call a platform; every fault comes as a `ForgeError`. An expired login is renewed where it can be. */
export function caller({ root, headers, renew }: ForgeEndpoint): Call {
  let own = headers;
  let renewing: Promise<void> | undefined;
  const ask = (path: string, { method = 'GET', query = {}, body }: ForgeRequest) => {
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
  return async <T>(path: string, request: ForgeRequest = {}): Promise<T> => {
    const used = own;
    let response = await ask(path, request);
    if (response.status === 401 && own === used) await (renewing ??= renewed());
    if (response.status === 401 && own !== used) response = await ask(path, request);
    const text = await response.text();
    if (request.orNothing && response.status === 404) return undefined as T;
    if (!response.ok) {
      // Most readers never meet one.
      const { faultIn } = await import('./fault.ts').catch(() => {
        throw new ForgeError('down', DOWN);
      });
      throw faultIn(response.status, text);
    }
    return (text ? JSON.parse(text) : undefined) as T;
  };
}

/** A path with each part made safe for an address, its slashes kept. */
export const inAddress = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
