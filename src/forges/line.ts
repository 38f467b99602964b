import type { Line } from './call.ts';

/** How a platform is spoken to with an account's token. */
export const lineTo = (root: string, token?: string): Line => ({
  root,
  headers: token ? { authorization: `Bearer ${token}` } : {},
});
