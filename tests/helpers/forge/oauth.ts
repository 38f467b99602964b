/** Login on the double: OAuth 2 with PKCE, S256 only; everybody who comes is 甲镇所's account. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Answer, Forge } from './forge.ts';

const pending = new Map<string, string>();

/** Answers the two addresses of a login; false for any other. */
export function answerLogin(
  forge: Forge,
  url: URL,
  text: string,
  response: ServerResponse,
  send: (answer: Answer) => void,
): boolean {
  if (/\/oauth\/authorize$/.test(url.pathname)) {
    const code = `code-${pending.size}`;
    const good =
      url.searchParams.get('client_id') === 'form' &&
      url.searchParams.get('code_challenge_method') === 'S256';
    pending.set(code, url.searchParams.get('code_challenge') ?? '');
    const back = new URL(url.searchParams.get('redirect_uri') ?? '');
    back.search = String(
      new URLSearchParams({
        ...(good ? { code } : { error: 'bad' }),
        state: url.searchParams.get('state') ?? '',
      }),
    );
    response.writeHead(302, { location: back.href }).end();
    return true;
  }
  if (!/\/oauth\/(?:access_)?token$/.test(url.pathname)) return false;
  const form = new URLSearchParams(text);
  const renewed = form.get('grant_type') === 'refresh_token';
  if (renewed && !forge.renewals.delete(form.get('refresh_token') ?? '')) {
    send({ status: 400, json: { error: 'invalid_grant' } });
    return true;
  }
  const digest = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const good = renewed || pending.get(form.get('code') ?? '') === digest;
  const token = forge.expiring && good ? forge.lend() : [...forge.accounts.keys()][0];
  send(
    good
      ? {
          status: 200,
          json: {
            access_token: token,
            token_type: 'bearer',
            ...(forge.expiring && { expires_in: 3600, refresh_token: forge.renewal() }),
          },
        }
      : { status: 400, json: { error: 'invalid_grant' } },
  );
  return true;
}
