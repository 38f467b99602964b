import { createServer, type RequestListener } from 'node:http';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { auditCommand } from '../../src/audit/audit-command.ts';
import { isPrivate } from '../../src/audit/fetch.ts';
import { runCommand } from '../helpers/command.ts';

const OFFICE = '<title>虚构县甲镇司法所</title><h1>虚构县甲镇司法所</h1>';
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  vi.unstubAllEnvs();
});

async function serve(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`;
}

/** As old servers do, a page that is no text here is sent without a word on its writing. */
const typeOf = (url: string, page?: string | Uint8Array) =>
  url.endsWith('.txt') ? 'text/plain' : `text/html${typeof page === 'string' ? '; charset=utf-8' : ''}`;

/** A site of some pages, and which of its addresses were asked for. */
async function site(pages: Readonly<Record<string, string | Uint8Array>>) {
  const asked: string[] = [];
  const origin = await serve(({ url = '' }, response) => {
    asked.push(url);
    const page = pages[url];
    if (typeof page === 'string' && page.startsWith('→'))
      return response.writeHead(302, { location: page.slice(1) }).end();
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': typeOf(url, page) });
    return response.end(page);
  });
  return { origin, asked };
}

interface Said {
  readonly pages: number;
  readonly unread: readonly { readonly address: string; readonly why: string }[];
  readonly sources: readonly {
    readonly items: readonly { readonly item: string; readonly verdict: string }[];
  }[];
}

async function audit(target: string, values: Readonly<Record<string, string | boolean>> = {}) {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1795831200');
  const { code, out, err } = await runCommand(auditCommand, { json: true, ...values }, target);
  const said = out ? (JSON.parse(out) as Said) : undefined;
  const verdicts = Object.fromEntries((said?.sources[0]?.items ?? []).map((one) => [one.item, one.verdict]));
  return { code, err, said, verdicts };
}
const inside = { 'allow-private': true };

describe('a site is read only as its publisher would have it', () => {
  it('along its own links, each page once; another site is never asked', async () => {
    const other = await site({ '/': 'x' });
    const { origin, asked } = await site({
      '/sfs/': `${OFFICE}<a href="tel.html#a">电话</a><a href="tel.html#b">电话</a><a href="${other.origin}">别站</a><a href="gone.html">没有的</a>`,
      '/sfs/tel.html': `${OFFICE}<p>办公电话：0833-2123456</p><a href="./">回去</a>`,
    });
    const { said, verdicts } = await audit(`${origin}sfs/`, inside);
    expect(verdicts['office-phone']).toBe('found');
    expect(said).toMatchObject({ pages: 2, unread: [] });
    expect(asked.filter((one) => one.includes('tel'))).toEqual(['/sfs/tel.html']);
    expect(other.asked).toEqual([]);
  });

  it('what is beyond the limit of pages, too large or leads elsewhere is unread, and nothing is then 没有', async () => {
    const { origin } = await site({
      '/': `${OFFICE}<a href="a">a</a><a href="b">b</a><a href="out">out</a><a href="loop">loop</a>`,
      '/a': `${OFFICE}${'字'.repeat(1_000_000)}`,
      '/b': OFFICE,
      '/out': '→http://example.com/',
      '/loop': '→/loop',
    });
    const { code, said, verdicts } = await audit(origin, inside);
    expect(said?.unread.map(({ why }) => why)).toEqual([
      '超过2048KB',
      '转到了别的网站 http://example.com',
      '转了5次还没有到',
    ]);
    expect(Object.values(verdicts)).not.toContain('absent');
    expect(code).toBe(0);
    const few = await audit(origin, { ...inside, pages: '1' });
    expect(few.said).toMatchObject({ pages: 1, unread: { length: 4 } });
  });

  it('an address that is not there is told as such', async () => {
    const { origin } = await site({});
    expect(await audit(`${origin}x`, inside)).toMatchObject({
      code: 1,
      err: expect.stringContaining('服务器答复 404') as string,
    });
  });

  it('a server that never answers ends with the time that was given', async () => {
    const origin = await serve(() => undefined);
    const { code, err } = await audit(origin, { ...inside, seconds: '1' });
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('超时') as string });
  });
});

const GB18030 = new TextDecoder('gb18030');
/** Text as pages of old systems are written: pairs of bytes, and four for a rare character. */
function inGb18030(text: string): Uint8Array {
  const pairs = new Map<string, readonly number[]>([['㐀', [0x81, 0x39, 0xee, 0x39]]]);
  for (let high = 0x81; high < 0xff; high += 1)
    for (let low = 0x40; low < 0xff; low += 1)
      pairs.set(GB18030.decode(Uint8Array.of(high, low)), [high, low]);
  return Uint8Array.from(
    [...text].flatMap((one) => (one < '\x80' ? one.charCodeAt(0) : (pairs.get(one) ?? []))),
  );
}

const PHONE = '<p>办公电话：0833-2123456</p>';
const CONTACT = ['office-phone', 'office-address', 'office-hours'] as const;

/** Sites as bureaus have them: from where they are read, and what is known of telephone, address and hours then. */
const BUREAUS: readonly [string, string, Readonly<Record<string, string | Uint8Array>>, readonly string[]][] =
  [
    [
      'an old page in GB18030 that its server says nothing of',
      '/',
      {
        '/': inGb18030(
          `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">${OFFICE}<p>办公电话：0833-2123456</p><p>办公地址：虚构县甲镇㐀街1号</p>`,
        ),
      },
      ['found', 'found', 'absent'],
    ],
    [
      'a table and nothing else',
      '/',
      {
        '/': `<title>虚构县司法局 司法所一览表</title><table><tr><td>单位</td><td>办公地址</td><td>办公电话</td><td>办公时间</td></tr><tr><td>甲镇司法所</td><td>虚构县甲镇正街1号</td><td>0833-2123456</td><td>周一至周五 9:00-12:00，13:00-17:00</td></tr></table>`,
      },
      ['found', 'found', 'found'],
    ],
    [
      'a list of PDF files',
      '/',
      { '/': `${OFFICE}<ul><li><a href="1.pdf">甲镇司法所联系方式、办公时间公示</a></li></ul>` },
      ['unsure', 'unsure', 'unsure'],
    ],
    [
      'a shell that is filled by scripts',
      '/',
      { '/': '<title>虚构县甲镇司法所</title><div id="app"></div><script src="/app.js"></script>' },
      ['unsure', 'unsure', 'unsure'],
    ],
    [
      'a column below a portal, whose address has no last slash',
      '/sfj/sfs',
      {
        '/sfj/sfs': '→/sfj/sfs/',
        '/sfj/sfs/': `${OFFICE}<a href="jia/">甲镇司法所</a><a href="/">门户</a>`,
        '/sfj/sfs/jia/': OFFICE + PHONE,
        '/': '<h1>虚构县人民政府</h1>',
      },
      ['found', 'absent', 'absent'],
    ],
    [
      'a door that asks for a password',
      '/',
      {
        '/': `${OFFICE}<a href="/jia">甲镇司法所</a>`,
        '/jia': '→/login',
        '/login': '<h1>请登录</h1><form><input name="user"><input type="Password"></form>',
      },
      ['unsure', 'unsure', 'unsure'],
    ],
    [
      'pages that robots are asked to leave',
      '/',
      {
        '/robots.txt':
          'User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /jia # 内部\nAllow: /jia/pub$\n',
        '/': `${OFFICE}<a href="/jia/in">甲镇司法所</a><a href="/jia/pub">公开</a>`,
        '/jia/in': OFFICE + PHONE,
        '/jia/pub': `${OFFICE}<p>办公地址：虚构县甲镇正街1号</p>`,
      },
      ['unsure', 'found', 'unsure'],
    ],
    [
      'a move to https, where it is to be asked instead',
      '/',
      { '/': `${OFFICE}<a href="/jia">甲镇司法所</a>`, '/jia': '→https://sfj.example.gov.cn/jia' },
      ['unsure', 'unsure', 'unsure'],
    ],
  ];

describe('what is known of differently made sites', () => {
  it.each(BUREAUS)('%s', async (_, path, pages, expected) => {
    const { origin } = await site(pages);
    const { verdicts } = await audit(new URL(path, origin).href, inside);
    expect(CONTACT.map((id) => verdicts[id])).toEqual(expected);
  });

  it('a site that asks robots to stay away altogether is not read, and that is said', async () => {
    const { origin, asked } = await site({
      '/robots.txt': 'user-agent: open-office\nuser-agent: a\ndisallow: /',
      '/': OFFICE,
    });
    const { code, err } = await audit(origin, inside);
    expect([code, err.includes('robots.txt 不让读'), asked.includes('/')]).toEqual([1, true, false]);
  });
});

describe('the inside of a network', () => {
  it('is not asked unless the publisher says so, by number or by name', async () => {
    const { origin, asked } = await site({ '/': OFFICE });
    for (const address of [
      origin,
      origin.replace('127.0.0.1', 'localhost'),
      'http://[::1]:9/',
      'http://[::ffff:127.0.0.1]:9/',
    ]) {
      const { code, err } = await audit(address);
      expect([address, code, err]).toEqual([address, 1, expect.stringContaining('--allow-private')]);
    }
    expect(asked).toEqual([]);
  });

  it('is told from the world', () => {
    const inner = [
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '255.255.255.255',
      '::',
      'fe80::1',
      'fd00::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
    ];
    expect(inner.filter((address) => !isPrivate(address))).toEqual([]);
    expect(['8.8.8.8', '172.32.0.1', '2400:3200::1'].filter(isPrivate)).toEqual([]);
  });
});

describe('the command', () => {
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'audit-'));
    closing.push(() => Promise.resolve(rmSync(made, { recursive: true })));
    return made;
  };

  it('reads a folder without following links out of it, and ends with 1 where something is 没有', async () => {
    const [made, outside] = [folder(), folder()];
    writeFileSync(join(made, 'index.html'), OFFICE);
    writeFileSync(join(outside, 'tel.html'), `${OFFICE}<p>办公电话：0833-2123456</p>`);
    symlinkSync(outside, join(made, 'away'));
    symlinkSync(join(outside, 'tel.html'), join(made, 'link.html'));
    const { code, said, verdicts } = await audit(made);
    expect({ code, pages: said?.pages, phone: verdicts['office-phone'] }).toEqual({
      code: 1,
      pages: 1,
      phone: 'absent',
    });
  });

  it('says in Chinese what was found where, and what to do', async () => {
    const made = folder();
    writeFileSync(join(made, 'a.html'), `${OFFICE}<p>办公电话：0833-2123456</p><p>办公地址：待公开</p>`);
    const { out } = await runCommand(auditCommand, {}, made);
    expect(out).toContain(
      '● 有  办公电话：1个司法所中1个：写有固定电话\n      a.html  “办公电话：0833-2123456”',
    );
    expect(out).toContain(
      '○ 没有  办公地址：1个司法所中1个：写了地址一栏，没有地址\n      a.html  “办公地址：待公开”',
    );
    expect(out).toContain('怎么办：在司法所自己的网页上写“办公地址：……”');
  });

  it.each([
    [[]],
    [['没有的文件夹']],
    [['ftp://example.com/']],
    [['https://a:b@example.com/']],
    [['www.example.com']],
  ])('is told what is wrong with %j', async (words) => {
    expect(await runCommand(auditCommand, {}, ...words)).toMatchObject({ code: 2, out: '' });
  });

  it('refuses limits that are none', async () => {
    expect((await audit('x', { pages: '0' })).err).toContain('--pages 应为 1 到 5000 的整数');
  });
});
