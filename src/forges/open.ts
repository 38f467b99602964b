import type { EditorSettings } from '../schemas/editor.ts';
import { caller } from './call.ts';
import { lineTo, type Renew } from './line.ts';
import type { Forge } from './types.ts';

/** Beside the REST address: `https://api.github.com/graphql`, or `…/api/graphql` of a server of one's own. */
const graphqlOf = (api: string) => `${api.replace(/\/v\d+$/, '')}/graphql`;

/**
 * The platform that holds the content, for an account's token; without one it can only be read, if it is open to
 * all. Only the adapter that is needed is fetched.
 */
export async function openForge(
  settings: Pick<EditorSettings, 'forge' | 'api' | 'repo'>,
  token: string | undefined,
  renew?: Renew,
): Promise<Forge> {
  const { forge, api, repo } = settings;
  const call = caller(lineTo(api, token, renew));
  switch (forge) {
    case 'gitlab':
      return (await import('./gitlab.ts')).gitlab(call, repo);
    case 'github': {
      const graph = caller(lineTo(graphqlOf(api), token));
      return (await import('./github.ts')).github(call, graph, repo);
    }
    case 'gitee':
      return (await import('./gitee.ts')).gitee(caller(lineTo(api)), token, repo);
    case 'forgejo':
    case 'gitea':
      return (await import('./gitea.ts')).gitea(call, forge, repo);
  }
}
