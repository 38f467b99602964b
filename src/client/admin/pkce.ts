/** Login on the platform itself (OAuth with PKCE): no password and no secret pass through this page. */
import type { EditorSettings } from '../../schemas/editor.ts';
import { addressesOf } from './login-addresses.ts';
import { inUrl, randomText } from './random.ts';

/** Of this page: other sites on the same host may be logged in to at the same time. */
const pendingKey = () => `open-office-login ${location.pathname}`;

interface Pending {
  readonly state: string;
  readonly verifier: string;
}

const home = () => location.origin + location.pathname;

/** Leaves for the platform's own login page. */
export async function goToLogin(settings: EditorSettings): Promise<void> {
  const addresses = addressesOf(settings);
  if (!addresses || !settings.clientId) return;
  const pending: Pending = { state: randomText(16), verifier: randomText(48) };
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier));
  sessionStorage.setItem(pendingKey(), JSON.stringify(pending));
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
  const pending = JSON.parse(sessionStorage.getItem(pendingKey()) ?? 'null') as Pending | null;
  if (!state || !pending || !addresses) return undefined;
  sessionStorage.removeItem(pendingKey());
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
