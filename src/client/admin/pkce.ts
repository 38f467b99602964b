/** Login on the platform itself (OAuth with PKCE): no password and no secret pass through this page. */
import type { EditorSettings } from '../../schemas/editor.ts';
import { addressesOf } from '../../forges/login-addresses.ts';
import { adminAddress, keyOf } from './session.ts';

/** Bytes as text that may stand in addresses. */
const inUrl = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** Random text for addresses and names; works without https too. */
const randomText = (bytes: number): string => inUrl(crypto.getRandomValues(new Uint8Array(bytes)));

interface Pending {
  readonly state: string;
  readonly verifier: string;
  /** The page that the login was begun on, where that is not the form. */
  readonly then?: string;
}

/** The one address that is registered on the platform. */
export const redirectAddress = (): string => location.origin + adminAddress();

/** Leaves for the platform's own login page. */
export async function goToLogin(settings: EditorSettings): Promise<void> {
  const addresses = addressesOf(settings);
  if (!addresses || !settings.clientId) return;
  const then = location.pathname === adminAddress() ? undefined : location.pathname;
  const pending: Pending = { state: randomText(16), verifier: randomText(48), ...(then && { then }) };
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier));
  sessionStorage.setItem(keyOf('login'), JSON.stringify(pending));
  const query = new URLSearchParams({
    client_id: settings.clientId,
    redirect_uri: redirectAddress(),
    response_type: 'code',
    scope: addresses.scope,
    state: pending.state,
    code_challenge: inUrl(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  });
  location.assign(`${addresses.authorize}?${query}`);
}

/** Asks for a token; what renews it is kept until the window is closed. */
async function askToken(
  address: string,
  form: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const response = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { accept: 'application/json' },
  });
  const answer = (await response.json()) as { access_token?: string; refresh_token?: string };
  if (answer.refresh_token) sessionStorage.setItem(keyOf('renew'), answer.refresh_token);
  else sessionStorage.removeItem(keyOf('renew'));
  return answer.access_token;
}

/** Back from the platform: the token, or undefined when this is no such return or it was refused. */
export async function finishLogin(settings: EditorSettings): Promise<string | undefined> {
  const addresses = addressesOf(settings);
  const query = new URLSearchParams(location.search);
  const [code, state] = [query.get('code'), query.get('state')];
  const pending = JSON.parse(sessionStorage.getItem(keyOf('login')) ?? 'null') as Pending | null;
  if (!state || !pending || !addresses) return undefined;
  sessionStorage.removeItem(keyOf('login'));
  history.replaceState(null, '', redirectAddress());
  const token =
    code && state === pending.state
      ? await askToken(addresses.token, {
          grant_type: 'authorization_code',
          client_id: settings.clientId ?? '',
          redirect_uri: redirectAddress(),
          code,
          code_verifier: pending.verifier,
        })
      : undefined;
  if (pending.then) location.replace(`${pending.then}#${token ? 'logged-in' : 'not-logged-in'}`);
  return token;
}

/** A new token for one that has expired; undefined where the platform gave none to renew it with. */
export async function renewLogin(settings: EditorSettings): Promise<string | undefined> {
  const addresses = addressesOf(settings);
  const renewal = sessionStorage.getItem(keyOf('renew'));
  if (!addresses || !renewal) return undefined;
  sessionStorage.removeItem(keyOf('renew'));
  const form = {
    grant_type: 'refresh_token',
    client_id: settings.clientId ?? '',
    redirect_uri: redirectAddress(),
    refresh_token: renewal,
  };
  return askToken(addresses.token, form).catch(() => undefined);
}
