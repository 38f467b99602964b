import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetWhereabouts } from '../../src/client/admin/drafts/forget.ts';
import { renewLogin } from '../../src/client/admin/pkce.ts';
import * as memory from '../../src/client/admin/session.ts';

/** What a browser keeps: its entries are its own keys, as in the real one. */
function storage(): Storage {
  const held: Record<string, string> = {};
  const acts = {
    getItem: (key: string) => held[key] ?? null,
    setItem: (key: string, text: string) => void (held[key] = text),
    removeItem: (key: string) => void delete held[key],
  };
  const get = (_: object, key: string) => acts[key as keyof typeof acts];
  return new Proxy(held, { get }) as unknown as Storage;
}

beforeEach(() => {
  vi.stubGlobal('location', { pathname: '/admin/', origin: 'https://sfs.example' });
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
});
afterEach(() => vi.unstubAllGlobals());

const settings = {
  forge: 'gitea',
  api: 'https://forge.example/api/v1',
  repo: 'ju/content',
  branch: 'main',
  clientId: 'id',
} as const;

it('nothing of a login is left after it has ended: no later 401 brings it back', async () => {
  const asked = vi.fn(() => Promise.resolve(Response.json({ access_token: 'b', refresh_token: 'r2' })));
  vi.stubGlobal('fetch', asked);
  memory.keepToken('a');
  sessionStorage.setItem(memory.keyOf('renew'), 'r1');
  expect(await renewLogin(settings)).toBe('b');
  expect(sessionStorage.getItem(memory.keyOf('renew'))).toBe('r2');
  memory.dropToken();
  expect(Object.keys(sessionStorage)).toEqual([]);
  expect(await renewLogin(settings)).toBeUndefined();
  expect(asked).toHaveBeenCalledTimes(1);
});

it('whereabouts that were typed and not sent do not stay on the device; other drafts do', () => {
  const paper = { sha: 'x', before: {}, value: { name: '示例甲' } };
  const savedAt = '2026-11-22T01:00:00Z';
  memory.keepDraft('dong/jia', { savedAt, papers: { office: paper, whereabouts: paper } });
  memory.keepDraft('dong/yi', { savedAt, papers: { whereabouts: paper } });
  memory.keepDraft('dong/bing', { savedAt, papers: { whereabouts: paper }, notice: { body: '正文' } });
  forgetWhereabouts();
  expect(memory.readDraft('dong/jia')).toEqual({ savedAt, papers: { office: paper } });
  expect(memory.readDraft('dong/yi')).toBeUndefined();
  expect(memory.readDraft('dong/bing')).toEqual({ savedAt, papers: {}, notice: { body: '正文' } });
});
