/** Login on the platform itself (OAuth with PKCE): no password and no secret pass through this page. */
import type { EditorSettings } from '../../schemas/editor.ts';

interface Addresses {
  readonly authorize: string;
  readonly token: string;
  readonly scope: string;
}

const PENDING = 'open-office-login';

interface Pending {
  readonly state: string;
  readonly verifier: string;
}

/** Where each platform takes logins; undefined where a page without a server of its own cannot log in (GitHub, Gitee). */
function addressesOf({ forge, api }: EditorSettings): Addresses | undefined {
  const web = api.replace(/\/api\/v\d+$/, '');
  if (forge === 'gitlab')
    return { authorize: `${web}/oauth/authorize`, token: `${web}/oauth/token`, scope: 'api' };
  if (forge === 'forgejo' || forge === 'gitea')
    return {
      authorize: `${web}/login/oauth/authorize`,
      token: `${web}/login/oauth/access_token`,
      scope: 'write:repository read:user',
    };
  return undefined;
}

/** True where this browser can log in on the platform. Without https, browsers lack the digest that PKCE needs. */
export const canLogIn = (settings: EditorSettings): boolean =>
  Boolean(settings.clientId) && addressesOf(settings) !== undefined && window.isSecureContext;

const inUrl = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** Random text for addresses and names; works without https too. */
export const randomText = (bytes: number): string => inUrl(crypto.getRandomValues(new Uint8Array(bytes)));

const home = () => location.origin + location.pathname;

/** Leaves for the platform's own login page. */
export async function goToLogin(settings: EditorSettings): Promise<void> {
  const addresses = addressesOf(settings);
  if (!addresses || !settings.clientId) return;
  const pending: Pending = { state: randomText(16), verifier: randomText(48) };
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier));
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const query = new URLSearchParams({
    client_id: settings.clientId,
    redirect_uri: home(),
    response_type: 'code',
    scope: addresses.scope,
    state: pending.state,
    code_challenge: inUrl(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  });
  location.assign(`${addresses.authorize}?${query}`);
}

/** Back from the platform: the token, or undefined when this is no such return or it was refused. */
export async function finishLogin(settings: EditorSettings): Promise<string | undefined> {
  const addresses = addressesOf(settings);
  const query = new URLSearchParams(location.search);
  const [code, state] = [query.get('code'), query.get('state')];
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null') as Pending | null;
  if (!state || !pending || !addresses) return undefined;
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', home());
  if (!code || state !== pending.state) return undefined;
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: settings.clientId ?? '',
    redirect_uri: home(),
    code,
    code_verifier: pending.verifier,
  });
  const response = await fetch(addresses.token, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  });
  const answer = (await response.json()) as { access_token?: string };
  return answer.access_token;
}
