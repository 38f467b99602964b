import { afterEach, expect, it } from 'vitest';
import { openForge } from '../../src/forges/open.ts';
import { openForgeDouble, type Forge } from '../helpers/forge/forge.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A client with a token that has just ended, and how often it asked for another. */
async function ended(renew: (forge: Forge) => string | undefined) {
  const { forge, port, close } = await openForgeDouble('gitea');
  closing.push(close);
  forge.accounts.set('t', { login: 'jia-sfs', offices: [] });
  forge.repository.commit('main', undefined, '开始', [{ path: 'a.json', bytes: Buffer.from('{}') }]);
  const settings = { forge: 'gitea', api: `http://127.0.0.1:${port}/api/v1`, repo: 'ju/content' } as const;
  const token = forge.lend();
  let count = 0;
  const client = await openForge(settings, token, () => {
    count += 1;
    return Promise.resolve(renew(forge));
  });
  forge.expire();
  return { client, asked: () => count };
}

it('a login that has ended is renewed once, for all requests that come back at the same time', async () => {
  const { client, asked } = await ended((forge) => forge.lend());
  const names = await Promise.all([client.whoAmI(), client.whoAmI(), client.whoAmI()]);
  expect([names, asked()]).toEqual([['jia-sfs', 'jia-sfs', 'jia-sfs'], 1]);
  expect((await client.read('a.json', 'main'))?.bytes.length).toBe(2);
});

it('a login that cannot be renewed has ended: that is said, and nothing is tried again and again', async () => {
  const { client, asked } = await ended(() => undefined);
  await expect(client.whoAmI()).rejects.toMatchObject({ fault: 'expired' });
  expect(asked()).toBe(1);
});
