/** Where a login on the platform takes place, if it can. */
import type { EditorSettings } from '../schemas/editor.ts';

interface Addresses {
  readonly authorize: string;
  readonly token: string;
  readonly scope: string;
}

/** Where each platform takes logins; undefined where a page without a server of its own cannot log in (GitHub, Gitee). */
export function addressesOf({ forge, api }: EditorSettings): Addresses | undefined {
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
