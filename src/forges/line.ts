import type { ForgeEndpoint } from './call.ts';

const headersFor = (token?: string) =>
  token ? { authorization: `Bearer ${token}` } : ({} as Readonly<Record<string, string>>);

/** Brings another token for one that has expired; undefined where there is none. */
export type Renew = () => Promise<string | undefined>;

/** How a platform is spoken to with an account's token. */
export const lineTo = (root: string, token?: string, renew?: Renew): ForgeEndpoint => ({
  root,
  headers: headersFor(token),
  renew:
    renew &&
    (async () => {
      const fresh = await renew();
      return fresh === undefined ? undefined : headersFor(fresh);
    }),
});
