/** Who may do what, as each platform says it: by what a token is good for, and by the account's role. */
import type { Answer, Asked, Forge } from './forge.ts';

const no = (status: number, json: object): Answer => ({ status, json });

/** What a token of Gitea and Forgejo must be good for. */
function giteaNeed({ method, path }: Asked): string {
  const how = method === 'GET' ? 'read' : 'write';
  if (path === '/user') return `${how}:user`;
  return /\/issues\b/.test(path) ? `${how}:issue` : `${how}:repository`;
}

/** Why a token does not reach so far; undefined where it does. */
function lacking({ kind }: Forge, asked: Asked): Answer | undefined {
  const { scopes, method, path } = asked;
  if (!scopes) return undefined;
  switch (kind) {
    case 'forgejo':
    case 'gitea': {
      const need = giteaNeed(asked);
      const message = `token does not have at least one of required scope(s): [${need}]`;
      return scopes.some((one) => one === need || one === need.replace('read:', 'write:'))
        ? undefined
        : no(403, { message });
    }
    case 'gitlab':
      return /^\/personal_access_tokens/.test(path) ||
        scopes.includes('api') ||
        (method === 'GET' && scopes.includes('read_api'))
        ? undefined
        : no(403, {
            error: 'insufficient_scope',
            error_description: 'The request requires higher privileges than provided by the access token.',
          });
    case 'github':
      return path === '/user' || method === 'GET' || scopes.includes('repo')
        ? undefined
        : no(403, { message: 'Resource not accessible by personal access token' });
    case 'gitee':
      return undefined;
  }
}

const REQUESTING = /\/(?:pulls|forks|fork|merge_requests|issues)$/;

/** Whether a request is the account's own: whoever opened one may give it other words. */
const isAuthor = ({ pulls }: Forge, { method, path, account }: Asked) =>
  /^(?:PATCH|PUT)$/.test(method) &&
  pulls.some(
    ({ number, author }) =>
      author.login === account?.login && new RegExp(`/(?:pulls|merge_requests)/${number}$`).test(path),
  );

/** An account without a role may ask for changes, and make none; its own copy is its own. */
function powerless(forge: Forge, asked: Asked): Answer | undefined {
  const { kind } = forge;
  const { method, path, account } = asked;
  const isOwner = /^\/(?:repos\/ju\/|projects\/ju%2F)/.test(path) || path === '/graphql';
  if (!account || account.canWrite !== false || method === 'GET' || !isOwner) return undefined;
  if (REQUESTING.test(path) || path === '/graphql' || isAuthor(forge, asked)) return undefined;
  return kind === 'gitlab'
    ? no(403, { message: '403 Forbidden' })
    : no(403, { message: 'user should have write access' });
}

/** The answer of a platform that does not let a request through at all. */
export const limited = (forge: Forge, asked: Asked): Answer | undefined =>
  lacking(forge, asked) ?? powerless(forge, asked);
