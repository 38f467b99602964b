import type { EditorSettings } from '../../../schemas/editor.ts';
import { caller } from './call.ts';
import { gitea } from './gitea.ts';
import { gitee } from './gitee.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import type { Forge } from './types.ts';

/** Beside the REST address: `https://api.github.com/graphql`, or `…/api/graphql` of a server of one's own. */
const graphqlOf = (api: string) => `${api.replace(/\/v\d+$/, '')}/graphql`;

/** The platform that holds the content, for an account's token; without one it can only be read, if it is open to all. */
export function openForge({ forge, api, repo }: EditorSettings, token: string | undefined): Forge {
  const bearer: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const call = caller({ root: api, headers: bearer });
  switch (forge) {
    case 'gitlab':
      return gitlab(call, repo);
    case 'github':
      return github(call, caller({ root: graphqlOf(api), headers: bearer }), repo);
    case 'gitee':
      return gitee(caller({ root: api, headers: {} }), repo, token);
    case 'forgejo':
    case 'gitea':
      return gitea(call, repo);
  }
}
