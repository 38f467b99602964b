import { serve, type Served } from '../../src/command/server.ts';
import type { Built } from './dist.ts';

/** Serves a built site at a free port of this machine. */
export async function serveSite({ folder, base }: Built): Promise<Served & { readonly origin: string }> {
  const served = await serve({ folder, base, host: '127.0.0.1', port: 0, mayMove: false });
  return { ...served, origin: `http://127.0.0.1:${served.port}` };
}
