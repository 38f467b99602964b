import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { isOutOfReach } from '../../scripts/registry.mjs';

/** The address of a port that took connections until `act` was over, and takes none afterwards. */
async function withPort<T>(act: (registry: string) => Promise<T>): Promise<{ open: T; shut: T }> {
  const server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const open = await act(registry);
  server.close();
  await once(server, 'close');
  return { open, shut: await act(registry) };
}

const settings = (values: Readonly<Record<string, string>>) => (name: string) => values[name] ?? 'null';

it('a registry that takes no connection is out of reach, one that does is not', async () => {
  const assessed = await withPort((registry) => isOutOfReach(settings({ registry }), {}));
  expect(assessed).toEqual({ open: false, shut: true });
});

it('behind a proxy nothing is judged: npm is asked', async () => {
  const assessed = await withPort(async (registry) => [
    await isOutOfReach(settings({ registry }), { HTTPS_PROXY: 'http://proxy:3128' }),
    await isOutOfReach(settings({ registry, 'https-proxy': 'http://proxy:3128' }), {}),
  ]);
  expect(assessed.shut).toEqual([false, false]);
});

it('an address that cannot be read is left to npm', async () => {
  expect(await isOutOfReach(settings({ registry: 'nonsense' }), {})).toBe(false);
});
