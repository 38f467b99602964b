/** How Gitee takes an account's token. */
import type { Call, ForgeRequest } from './call.ts';

/** A way to call with a token among the parameters. */
export function withKey(plain: Call, token: string | undefined): Call {
  const key: Record<string, string> = token ? { access_token: token } : {};
  return <T>(path: string, request: ForgeRequest = {}) =>
    plain<T>(
      path,
      request.body
        ? { ...request, body: { ...key, ...request.body } }
        : { ...request, query: { ...key, ...request.query } },
    );
}
