import { afterEach, describe, expect, it } from 'vitest';
import { FORGES, type ForgeKind } from '../../src/domain/forges.ts';
import { openForge } from '../../src/forges/open.ts';
import { openFollowing } from '../../src/forges/followed.ts';
import { openForgeDouble } from '../helpers/forge/forge.ts';

const ROOTS: Readonly<Record<ForgeKind, string>> = {
  forgejo: '/api/v1',
  gitea: '/api/v1',
  gitlab: '/api/v4',
  github: '/api/v3',
  gitee: '/api/v5',
};
const bytes = (text: string) => new TextEncoder().encode(text);
const PATH = 'content/offices/dong/jia/office.json';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A repository with a request of one account and one of another. */
async function stage(kind: ForgeKind) {
  const { forge, port, close } = await openForgeDouble(kind);
  closing.push(close);
  const { repository } = forge;
  repository.commit('main', undefined, '开始', [{ path: PATH, bytes: bytes('旧') }]);
  const open = async (login: string, branch: string) => {
    forge.accounts.set(login, { login, offices: ['dong/jia'] });
    const settings = { forge: kind, api: `http://127.0.0.1:${port}${ROOTS[kind]}`, repo: 'ju/content' };
    const client = await openForge(settings, login);
    const before = await client.read(PATH, 'main');
    const edits = [{ path: PATH, bytes: bytes(login), before }];
    await client.commit({ base: 'main', branch, isNew: true, title: '改', edits });
    await client.openRequest({ base: 'main', branch, title: login, description: '电话' });
    return openFollowing(settings, login);
  };
  const mine = await open('Jia-sfs', 'tianbao/dong/jia/1');
  await open('yi', 'tianbao/dong/jia/2');
  return { forge, mine };
}

describe.each(Object.keys(FORGES) as ForgeKind[])('on %s', (kind) => {
  it('it is known of each request whose it is, which files it changes, and where it stands', async () => {
    const { forge, mine } = await stage(kind);
    const open = await mine.open('main');
    expect(open.map(({ number, author, state, branch }) => [number, author, state, branch])).toEqual([
      [2, 'yi', 'open', 'tianbao/dong/jia/2'],
      [1, 'Jia-sfs', 'open', 'tianbao/dong/jia/1'],
    ]);
    expect(await mine.paths({ number: 1 })).toEqual([PATH]);
    expect(open[1]?.head).toBe(forge.repository.head('tianbao/dong/jia/1'));
    Object.assign(forge.pulls[0] ?? {}, { merged: true, endedOn: '2026-11-22T05:00:00Z' });
    Object.assign(forge.pulls[1] ?? {}, { closed: true });
    expect(await mine.open('main')).toEqual([]);
    expect((await mine.of('yi', 'main')).map(({ state }) => state)).toEqual(['closed']);
    const own = await mine.of(kind === 'gitlab' ? 'Jia-sfs' : 'jia-SFS', 'main');
    expect(own.map(({ number, state, ended }) => [number, state, ended])).toEqual([
      [1, 'merged', '2026-11-22T05:00:00Z'],
    ]);
  });

  it('what the check and the reviewer said is read, and a request gets other words', async () => {
    const { forge, mine } = await stage(kind);
    forge.speaks = true;
    forge.pulls[0]?.comments.push({ author: 'ju', body: '请补上来源' });
    const [request] = await mine.of('Jia-sfs', 'main');
    if (!request) throw new Error('no request');
    const { verdict, remarks } = await mine.said(request);
    expect(verdict).toMatchObject({ passed: false, report: expect.stringContaining('✗ 不能合并') as string });
    expect(remarks).toEqual([{ author: 'ju', text: '请补上来源' }]);
    expect((await mine.said({ ...request, head: '0000000000' })).verdict).toBeUndefined();
    await mine.reword(request, '又改', '电话、地址');
    expect(forge.pulls[0]).toMatchObject({ title: '又改', body: '电话、地址' });
    await mine.reword(request, '又改', '一行\n'.repeat(20_000));
    expect(forge.pulls[0]?.body).toMatch(/一行\n\n（太长，后面的没有列出，见改动的文件。）$/);
    expect(forge.pulls[0]?.body.length).toBeLessThan(50_000);
  });
});
