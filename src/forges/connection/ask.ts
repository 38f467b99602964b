/** One question to a platform, with whatever comes back: the connection check wants to know what goes wrong, and how. */
import type { EditorSettings } from '../../schemas/editor.ts';

export interface Reply {
  readonly status: number;
  /** Undefined where the answer is no JSON. */
  readonly json: unknown;
  readonly text: string;
  readonly header: (name: string) => string | null;
}

interface Question {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly token?: string | undefined;
  readonly form?: Readonly<Record<string, string>>;
}

const PATIENCE = 15_000;

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** The reply to a question; undefined where the browser lets none through, or none comes. */
export async function ask(
  url: string,
  { method = 'GET', token, form }: Question = {},
): Promise<Reply | undefined> {
  try {
    const response = await fetch(url, {
      method,
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        accept: 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(form && { body: new URLSearchParams(form) }),
    });
    const text = await response.text();
    const header = (name: string) => response.headers.get(name);
    return { status: response.status, json: jsonOf(text), text, header };
  } catch {
    return undefined;
  }
}

/** Whether anything answers at an address, though this page may not read what. */
export async function isThere(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    await fetch(url, { mode: 'no-cors', cache: 'no-store', credentials: 'omit', signal });
    return true;
  } catch {
    return false;
  }
}

/** Asks below the root of the configured interface, as the account; Gitee takes the token with the parameters. */
export const asker =
  ({ forge, api }: EditorSettings, token: string | undefined) =>
  (path: string, method: Question['method'] = 'GET'): Promise<Reply | undefined> => {
    if (forge !== 'gitee') return ask(api + path, { method, token });
    const key =
      token === undefined ? '' : `${path.includes('?') ? '&' : '?'}access_token=${encodeURIComponent(token)}`;
    return ask(api + path + key, { method });
  };

export type Asker = ReturnType<typeof asker>;
