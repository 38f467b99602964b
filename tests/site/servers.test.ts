/** What every server that the site brings a configuration for must do alike, behind the https front of a portal. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { auditCommand } from '../../src/audit/audit-command.ts';
import { signCommand } from '../../src/release/log/sign-command.ts';
import { verifyCommand } from '../../src/verify/verify-command.ts';
import { runApache } from '../helpers/apache.ts';
import { type Front, runCaddy, runFront } from '../helpers/caddy.ts';
import { runCommand } from '../helpers/command.ts';
import type { Daemon } from '../helpers/daemon.ts';
import { runNginx } from '../helpers/nginx.ts';

const BASE = '/sfj/sfs/';
const DATA = JSON.stringify(
  Array.from({ length: 4000 }, (_, at) => ({ office: `所${at}`, state: 'missing' })),
);
const LONG = `<p>${'司法所'.repeat(2000)}</p>`;
const MISSING = '<p>没有这一页</p>';

const day = { on: '2026-11-28', reason: 'privacy', number: 1 };
const WITHDRAWN = [
  { url: '/affairs/2026-11-02-x/', ...day },
  { url: '/files/affairs/x.txt', ...day },
  { url: '/photos/00.jpg', ...day },
  { url: '/affairs/2026-11-01-a/', ...day },
  { url: '/affairs/page/2/', ...day, mention: true },
];
const NOTICE = 'affairs/2026-11-01-a/index.html';
const FILES = {
  'index.html': '<h1>虚构县司法局</h1><a href="offices/">司法所</a>',
  '404.html': MISSING,
  'offices/index.html':
    '<h1>虚构县甲镇司法所</h1><p>办公电话：0833-2123456</p><a href="../affairs/2026-11-02-x">撤下的</a>',
  [NOTICE]: '<p>公告</p>',
  'long/index.html': LONG,
  'moved/index.html': '<p>搬走了</p>',
  'data/disclosure.json': DATA,
  'data/disclosure.csv': DATA,
  'changed/index.html': '<p>签名以前</p>',
  'embed/x/y/index.html': '<p>卡片</p>',
  'files/affairs/a.txt': 'a',
  '_astro/a.js': 'a',
  'data/withdrawn.json': JSON.stringify({
    withdrawn: WITHDRAWN.map((one) => ({ ...one, url: BASE + one.url.slice(1) })),
  }),
  'release.json': JSON.stringify({
    generatedFrom: '',
    builtFor: '2026-11-28T00:00:00.000Z',
    base: BASE,
    pages: 8,
    quarantined: [],
    redirects: [{ from: '/moved/', to: '/offices/' }],
    withdrawn: WITHDRAWN,
  }),
};

const built = mkdtempSync(join(tmpdir(), 'open-office-servers-'));
const write = (name: string, text: string) => {
  mkdirSync(join(built, dirname(name)), { recursive: true });
  writeFileSync(join(built, name), text);
};
for (const [name, text] of Object.entries(FILES)) write(name, text);

/** Signed on two days, another text on the second; then a page is changed behind the signature. */
const signed = mkdtempSync(join(tmpdir(), 'open-office-signed-'));
const YESTERDAY = join(signed, 'yesterday.html');
beforeAll(async () => {
  const key = join(signed, 'key');
  await runCommand(signCommand, { 'new-key': key, name: 'www.example.gov.cn/sfj/sfs' });
  writeFileSync(YESTERDAY, '<p>昨天的公告</p>');
  for (const [text, now] of [
    ['<p>昨天的公告</p>', '1795831200'],
    [FILES[NOTICE], '1795917600'],
  ] as const) {
    write(NOTICE, text);
    vi.stubEnv('SOURCE_DATE_EPOCH', now);
    expect((await runCommand(signCommand, { site: built, log: join(signed, 'log'), key })).code).toBe(0);
  }
  vi.unstubAllEnvs();
  write('changed/index.html', '<p>签名以后</p>');
});
afterAll(() => [built, signed].forEach((one) => rmSync(one, { recursive: true, force: true })));

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

const REWRITE = { modules: ['rewrite'] };

describe.each<[string, () => Promise<Daemon>]>([
  ['nginx', () => runNginx(built)],
  ['Apache', () => runApache(built, REWRITE)],
  ['Apache that lists folders', () => runApache(built, { ...REWRITE, lists: true })],
  ['Apache without mod_rewrite', () => runApache(built)],
  ['Apache without mod_rewrite that lists folders', () => runApache(built, { lists: true })],
  ['Caddy', () => runCaddy(built)],
])('on %s, behind an https front', (_, start) => {
  let server: Daemon;
  let front: Front;
  beforeAll(async () => {
    server = await start();
    front = await runFront(server.origin);
  });
  afterAll(async () => {
    await front.stop();
    await server.stop();
  });

  const askAt = (address: string, headers = {}) =>
    new Promise<Answer>((resolve, reject) => {
      get(address, { headers, ca: front.ca }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const { statusCode: status = 0, headers: told } = response;
          resolve({ status, headers: told, body: Buffer.concat(chunks) });
        });
      }).on('error', reject);
    });
  const ask = (path: string, headers = {}) => askAt(front.secure + path, headers);

  it.each([
    ['/sfj/sfs', BASE],
    ['/sfj/sfs/offices', `${BASE}offices/`],
    ['/sfj/sfs/moved/', `${BASE}offices/`],
  ])('%s leads on within https, the name and the port that the reader sees', async (from, to) => {
    const { status, headers } = await ask(from);
    expect([301, 308]).toContain(status);
    expect(headers['location']).toBe(to);
    expect((await askAt(new URL(to, front.secure).href)).status).toBe(200);
  });

  it.each([
    'affairs/2026-11-02-x/',
    'affairs/2026-11-02-x/index.html',
    'files/affairs/x.txt',
    'photos/00.jpg',
  ])('%s was taken down: gone for good (410), with the page for missing addresses', async (path) => {
    const { status, body } = await ask(BASE + path);
    // The file of a folder is nobody's address: missing will do.
    expect(path.endsWith('index.html') ? [404, 410] : [410]).toContain(status);
    expect(body.toString('utf8')).toBe(MISSING);
  });

  it.each([
    ['affairs/2026-11-01-a/', 200],
    ['affairs/page/2/', 404],
    ['no/such/page/', 404],
  ])('%s, published again or never there, is answered with %s', async (path, wanted) => {
    expect((await ask(BASE + path)).status).toBe(wanted);
  });

  it.each([
    '.htaccess',
    'web.config',
    '.git/config',
    'affairs/2026-11-02-x/.gone',
    'files/affairs/x.txt.gone',
    'photos/00.jpg.gone',
    'data/',
    'files/',
    'files/affairs/',
    '_astro/',
    'affairs/',
  ])('%s is handed out to nobody, and no folder is listed', async (path) => {
    const { status, body } = await ask(BASE + path);
    expect([403, 404, 410]).toContain(status);
    expect(body.toString('utf8')).toBe(MISSING);
  });

  it('hands out the signed log, whose files have no ending, as they are', async () => {
    const { status, body } = await ask(`${BASE}data/log/tile/0/000.p/2`);
    expect([status, body]).toEqual([200, readFileSync(join(signed, 'log/tile/0/000.p/2'))]);
  });

  const verify = async (values: Parameters<typeof verifyCommand.run>[0] = {}, path = BASE) => {
    const { code, out } = await runCommand(
      verifyCommand,
      { ...values, 'allow-private': true },
      server.origin + path,
    );
    return [code, ...(out.match(/^(?:未变|已改|依法撤下|未签名|不能判断).*/gm) ?? [])];
  };

  it('lets an outsider hold every file against the log, and finds the one that was changed', async () => {
    const told = await verify({ all: true }, '/sfj/sfs');
    expect(told).toEqual([1, '已改 1 个', expect.stringMatching(/^未变 \d+ 个$/)]);
  });

  it.each<[string, string, object, number, string]>([
    ['a page', '/offices/', {}, 0, '未变 1 个'],
    ['a page, its address without the last slash', '/sfj/sfs/offices', {}, 0, '未变 1 个'],
    ['a file that is compressed', '/long/', {}, 0, '未变 1 个'],
    ['a data file', '/data/withdrawn.json', {}, 0, '未变 1 个'],
    ['a page that was changed', '/changed/', {}, 1, '已改 1 个'],
    ['a page that was taken down', '/affairs/2026-11-02-x/', {}, 0, '依法撤下 1 个'],
    ['the same without the slash', '/affairs/2026-11-02-x', {}, 0, '依法撤下 1 个'],
    ['a file that was taken down', '/files/affairs/x.txt', {}, 0, '依法撤下 1 个'],
    ['what changes every day', '/data/disclosure.json', {}, 1, '未签名 1 个'],
    ['what was never there', '/no/such/', {}, 1, '未签名 1 个'],
    ['a day before the log', '/offices/', { date: '2026-11-01' }, 1, '未签名：'],
    ['a page that was otherwise yesterday', `/${NOTICE}`, { date: '2026-11-28' }, 1, '已改 1 个'],
    ['what was kept of it', `/${NOTICE}`, { date: '2026-11-28', file: YESTERDAY }, 0, '未变 1 个'],
  ])('and %s (%s)', async (_, page, values, code, verdict) => {
    expect(await verify({ page: [page], ...values })).toEqual([code, expect.stringContaining(verdict)]);
  });

  it('lets an auditor read the pages, below the portal, and says what is there and what is not', async () => {
    const values = { json: true, 'allow-private': true };
    const { out } = await runCommand(auditCommand, values, `${server.origin}/sfj/sfs`);
    const { unread, sources } = JSON.parse(out) as {
      readonly unread: readonly object[];
      readonly sources: readonly { items: readonly { item: string; verdict: string }[] }[];
    };
    const verdicts = new Map(sources[0]?.items.map(({ item, verdict }) => [item, verdict]));
    expect([unread, verdicts.get('office-phone'), verdicts.get('office-hours')]).toEqual([
      [],
      'found',
      'absent',
    ]);
  });

  it('lets other sites show the cards and nothing else, and read the data and nothing else', async () => {
    const told = async (path: string) => {
      const { status, headers } = await ask(BASE + path);
      const framing = ['x-frame-options', 'content-security-policy'].map((name) => headers[name]);
      return [status, ...framing, headers['access-control-allow-origin'], headers['x-content-type-options']];
    };
    const framed = ['SAMEORIGIN', "frame-ancestors 'self'"];
    expect(await told('embed/x/y/')).toEqual([200, undefined, undefined, undefined, 'nosniff']);
    expect(await told('data/disclosure.json')).toEqual([200, ...framed, '*', 'nosniff']);
    expect(await told('offices/')).toEqual([200, ...framed, undefined, 'nosniff']);
    expect(await told('_astro/a.js')).toEqual([200, ...framed, undefined, 'nosniff']);
  });

  it.each(['data/disclosure.json', 'long/'])(
    '%s is compressed once for a browser that knows every way',
    async (path) => {
      const { headers, body } = await ask(BASE + path, { 'accept-encoding': 'gzip, deflate, br' });
      const read = headers['content-encoding'] === 'br' ? brotliDecompressSync : gunzipSync;
      expect(read(body).toString('utf8')).toBe(path === 'long/' ? LONG : DATA);
    },
  );

  it.each(['data/disclosure.json', 'data/disclosure.csv'])('%s goes out compressed', async (path) => {
    const { headers, body } = await ask(BASE + path, { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(headers['vary']).toMatch(/accept-encoding/i);
    expect(headers['content-type']).toMatch(path.endsWith('csv') ? /^text\/csv/ : /^application\/json/);
    expect(gunzipSync(body).toString('utf8')).toBe(DATA);
    expect(body.length).toBeLessThan(DATA.length / 5);
  });
});
