import { serve, type Served } from '../../src/command/server.ts';
import type { Built } from './dist.ts';

/** Serves a built site at a port of this machine: a free one unless it is named. */
export async function serveSite(
  { folder, base }: Pick<Built, 'folder' | 'base'>,
  port = 0,
): Promise<Served & { readonly origin: string }> {
  const served = await serve({ folder, base, host: '127.0.0.1', port, mayMove: false });
  return { ...served, origin: `http://127.0.0.1:${served.port}` };
}
