/** What an outsider learns of releases: from publishing to tampering, taking down, and going on. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assembled } from '../../src/release/assemble.ts';
import { LISTS_KEPT, type Sealing } from '../../src/release/log/append.ts';
import { checkpointText } from '../../src/release/log/checkpoint.ts';
import { parseList } from '../../src/release/log/list.ts';
import { entriesIn, logTiles } from '../../src/release/log/tiles.ts';
import { newKey, signedNote } from '../../src/release/log/note.ts';
import { folderPlace } from '../../src/release/place-folder.ts';
import { goBack, publishRelease } from '../../src/release/publish.ts';
import { verifyFiles, type VerifyRequest } from '../../src/verify/verify.ts';
import { folderSource, siteSource } from '../../src/verify/source.ts';
import { serve } from '../../src/command/server.ts';
import { fingerprint } from '../../src/catalogue/revision.ts';
import { withdrawnFile } from '../../src/exports/withdrawn.ts';
import type { Withdrawn } from '../../src/schemas/withdrawn.ts';

const KEY = newKey('www.example.gov.cn/sfs', Buffer.alloc(32, 1)).signer;
const OTHER = newKey('www.example.gov.cn/sfs', Buffer.alloc(32, 2)).signer;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-office-verify-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const site = () => join(folder, 'site');
const shown = (name: string) => join(site(), 'current', name);
const write = (name: string, text: string | Uint8Array) => {
  mkdirSync(dirname(shown(name)), { recursive: true });
  writeFileSync(shown(name), text);
};

const instant = (day: number) => new Date(`2026-12-${String(day).padStart(2, '0')}T02:00:00Z`);
const idOf = (day: number) => `202612${String(day).padStart(2, '0')}-00000000000a`;
let drawn = 0;
/** Salts that differ, without chance. */
const random = (count: number) => {
  const bytes = Buffer.alloc(count);
  bytes.writeUInt32BE((drawn += 1));
  return bytes;
};
const sealing = (day: number, more: Partial<Sealing> = {}): Sealing => ({
  signers: [KEY],
  earlier: [],
  now: instant(day),
  random,
  ...more,
});

const NOTICE = 'affairs/2026-11-02-x/index.html';
const TAKEN: Withdrawn = [{ url: '/affairs/2026-11-02-x/', on: '2026-12-03', reason: 'privacy', number: 1 }];

/** A site whose pages say the day they were made, as real ones do; the photo never changes. */
function release(
  day: number,
  more: Readonly<Record<string, string>> = {},
  withdrawn: Withdrawn = [],
): Assembled {
  const about = {
    generatedFrom: `sha256:${day}`,
    builtFor: instant(day).toISOString(),
    base: '/',
    pages: 2,
    quarantined: [],
    dated: [],
  };
  const texts = {
    'index.html': `<p>首页</p><footer>${day}</footer>`,
    'photos/a.jpg': 'jpeg',
    'release.json': JSON.stringify({ ...about, redirects: [], withdrawn }),
    'data/withdrawn.json': withdrawnFile(withdrawn, { digest: fingerprint, address: (path) => path }),
    ...more,
  };
  const files = new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));
  const hosting = { base: '/', root: '/srv', redirects: [], gone: [], unpaged: [] };
  return { manifest: { id: idOf(day), ...about, bytes: 0, files: [] }, hosting, withdrawn, files };
}

const publish = (made: Assembled, seal?: Sealing) =>
  publishRelease(made, folderPlace(site()), { keep: 5, mayDrop: true, sealing: seal });

/** Publishes on a day, with the notice or whatever is handed in. */
const publishOn = (day: number, more?: Readonly<Record<string, string>>, withdrawn?: Withdrawn) =>
  publish(release(day, more, withdrawn), sealing(day));

const ask = (asked: Partial<VerifyRequest> = {}) =>
  verifyFiles(folderSource(site()), { keys: [KEY], pages: [], all: false, base: '/', ...asked });
/** The verdicts by file, or on the whole. */
const verdicts = async (asked: Partial<VerifyRequest> = {}) => {
  const { trouble, judged } = await ask(asked);
  return trouble
    ? `${trouble.verdict}：${trouble.message}`
    : Object.fromEntries(judged.map(({ name, verdict }) => [name, verdict]));
};
const one = async (page: string, asked: Partial<VerifyRequest> = {}) => {
  const { trouble, judged } = await ask({ ...asked, pages: [page] });
  return trouble ? [trouble.verdict, trouble.message] : [judged[0]?.verdict, judged[0]?.why];
};

describe('a release that is signed', () => {
  it('is unchanged, file by file, and says by whose key and since when', async () => {
    expect(publishOn(1).signed).toBe('signed');
    expect(await verdicts()).toEqual({
      'index.html': 'unchanged',
      'photos/a.jpg': 'unchanged',
      'release.json': 'unchanged',
      'data/withdrawn.json': 'unchanged',
    });
    const { log } = await ask();
    expect(log).toMatchObject({ size: 1, signedBy: [KEY.key], entry: { shown: '2026-12-01T02:00:00.000Z' } });
  });

  it('without a key everything works, and the verdict is that it is not signed', async () => {
    expect(publish(release(1)).signed).toBe('unsigned');
    expect(existsSync(shown('data/log'))).toBe(false);
    expect(await verdicts()).toMatch(/^unsigned：没有 data\/log\/checkpoint/);
  });

  it('shows what was changed, what was added and what is missing', async () => {
    publishOn(1, { 'laws/index.html': '法' });
    write('index.html', '<p>另一个电话</p>');
    write('extra/index.html', '多出来的');
    rmSync(shown('laws/index.html'));
    const found = await ask();
    const why = Object.fromEntries(
      found.judged.map((judged) => [judged.name, `${judged.verdict} ${judged.why}`]),
    );
    expect(why).toMatchObject({
      'index.html': expect.stringContaining('changed 同2026-12-01 10:00'),
      'extra/index.html': expect.stringContaining('changed 签名的清单里没有这个文件'),
      'laws/index.html': expect.stringContaining('changed 签名的清单里有，现在没有了'),
      'photos/a.jpg': expect.stringContaining('unchanged'),
    });
  });

  it('takes an address as a person writes it, and a copy that was kept', async () => {
    publishOn(1);
    expect((await one('/'))[0]).toBe('unchanged');
    expect((await one('https://www.example.gov.cn/photos/a.jpg'))[0]).toBe('unchanged');
    expect((await one('/data/disclosure.json'))[0]).toBe('unsigned');
    const kept = join(folder, 'kept.html');
    writeFileSync(kept, readFileSync(shown('index.html')));
    publishOn(2);
    expect((await one('/', { copy: readFileSync(kept) }))[0]).toBe('changed');
    expect((await one('/', { copy: readFileSync(kept), date: '2026-12-01' }))[0]).toBe('unchanged');
  });
});

describe('a log', () => {
  it('by another key is refused, whatever it says; with the site’s own key one is told', async () => {
    publishOn(1);
    expect(await verdicts({ keys: [OTHER] })).toMatch(/^changed：日志的签名不对/);
    expect((await ask({ keys: [] })).trouble).toBeUndefined();
  });

  it.each<[string, () => void]>([
    ['a tile', () => write('data/log/tile/0/000.p/2', Buffer.alloc(64))],
    [
      'an entry',
      () =>
        write(
          'data/log/tile/entries/000.p/2',
          readFileSync(shown('data/log/tile/entries/000.p/2'), 'latin1').replace('2026-12-01', '2026-11-01'),
        ),
    ],
    [
      'the list',
      () =>
        write(
          'data/log/files/1',
          readFileSync(shown('data/log/files/1'), 'utf8').replace(/\n[^\n]* index\.html/, ''),
        ),
    ],
    ['a missing tile', () => rmSync(shown('data/log/tile/0/000.p/2'))],
    [
      'the head',
      () =>
        write(
          'data/log/checkpoint',
          readFileSync(shown('data/log/checkpoint'), 'utf8').replace('\n2\n', '\n1\n'),
        ),
    ],
  ])('with %s changed is not believed', async (_, spoil) => {
    [1, 2].forEach((day) => publishOn(day));
    spoil();
    expect(await verdicts()).toMatch(/^changed：/);
  });

  it('that was written anew as a whole, but for the signature, is not believed, and not gone on with', async () => {
    [1, 2].forEach((day) => publishOn(day));
    const name = 'data/log/tile/entries/000.p/2';
    const forged = entriesIn(readFileSync(shown(name)))!.map((entry) =>
      Buffer.from(String(entry).replace('2026-12-01', '2026-11-01')),
    );
    for (const [tile, bytes] of logTiles(forged)) write(`data/log/${tile}`, bytes);
    expect(await verdicts()).toBe('changed：日志的记录同签过的总校验值不一致');
    expect(() => publishOn(3)).toThrow('接不上：记录同签过的总校验值不一致');
  });

  it('keeps the partial tiles of smaller logs, for those who know an earlier head', () => {
    [1, 2].forEach((day) => publishOn(day));
    const tiles = readdirSync(shown('data/log/tile/0/000.p')).sort();
    expect([tiles, readdirSync(shown('data/log/tile/entries/000.p')).sort()]).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
  });

  it('grows: what was seen before is its beginning', async () => {
    publishOn(1);
    const seen = (await ask()).log?.note;
    for (let day = 2; day <= 5; day += 1) publishOn(day);
    expect((await ask({ seen })).log?.size).toBe(5);
  });

  it('that was rolled back or rewritten is noticed by whoever remembers', async () => {
    [1, 2].forEach((day) => publishOn(day));
    const seen = (await ask()).log?.note;
    const start = () => rmSync(site(), { recursive: true });
    start();
    publishOn(1);
    expect(await verdicts({ seen })).toBe('changed：日志倒退了：上次看到 2 条，现在只有 1 条');
    [3, 4].forEach((day) => publishOn(day));
    expect(await verdicts({ seen })).toMatch(/^changed：日志的历史被改写过：前 2 条/);
  });

  it('that somebody tampered with is not gone on with: the publisher is told', () => {
    publishOn(1);
    write(
      'data/log/checkpoint',
      readFileSync(shown('data/log/checkpoint'), 'utf8').replace('\n1\n', '\n2\n'),
    );
    expect(() => publishOn(2)).toThrow(/签名日志（data\/log\/）接不上：最后的签名不是/);
    expect(readFileSync(shown('index.html'), 'utf8')).toContain('<footer>1');
  });

  it('tells of an earlier day while its list is there: about a month of daily releases', async () => {
    for (let day = 1; day <= 3; day += 1) publishOn(day);
    expect((await one('/photos/a.jpg', { date: '2026-12-02' }))[0]).toBe('unchanged');
    expect(await one('/', { date: '2026-12-02' })).toEqual([
      'changed',
      '同2026-12-02 10:00 起显示的那一版不同',
    ]);
    expect(await one('/', { date: '2026-11-30' })).toEqual([
      'unsigned',
      '2026-11-30 还没有签名：日志从 2026-12-01 开始',
    ]);
    rmSync(shown('data/log/files/0'));
    expect(await one('/', { date: '2026-12-01' })).toEqual([
      'unsure',
      expect.stringContaining(`只留最近 ${LISTS_KEPT} 版`),
    ]);
  });

  it('begins on the day that it was in Shanghai, also where the first was shown at night', async () => {
    publish(release(1), sealing(1, { now: new Date('2026-12-01T19:00:00Z') }));
    expect(await one('/', { date: '2026-12-01' })).toEqual([
      'unsigned',
      '2026-12-01 还没有签名：日志从 2026-12-02 开始',
    ]);
  });

  it('keeps no more lists than that', () => {
    const log = (day: number) => publish(release(1 + (day % 2), { 'index.html': `${day}` }), sealing(1));
    for (let day = 0; day < LISTS_KEPT + 3; day += 1) log(day);
    const lists = readdirSync(shown('data/log/files')).map(Number);
    expect([lists.length, Math.min(...lists)]).toEqual([LISTS_KEPT, 3]);
  });
});

describe('after a withdrawal', () => {
  const listed = (index: number) => readFileSync(shown(`data/log/files/${index}`), 'utf8');
  const everything = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join('\n');

  it('what was taken down is 依法撤下, by a record that is signed itself; the rest is unchanged', async () => {
    [1, 2].forEach((day) => publishOn(day, { [NOTICE]: '泄露' }));
    publishOn(3, {}, TAKEN);
    expect(await one('/affairs/2026-11-02-x/')).toEqual([
      'withdrawn',
      expect.stringContaining('2026-12-03 撤下（含个人信息）'),
    ]);
    expect((await one('/'))[0]).toBe('unchanged');
    rmSync(shown('photos/a.jpg'));
    const forged = { url: '/photos/a.jpg', on: '2026-12-03', reason: 'other' };
    write('data/withdrawn.json', JSON.stringify({ withdrawn: [forged] }));
    expect((await one('/photos/a.jpg'))[0]).toBe('changed');
  });

  it('no salt is left by which it could be guessed, in no release that is kept; what stands unchanged can still be held against earlier days', async () => {
    publishOn(1);
    publishOn(2, { [NOTICE]: '泄露' });
    const salts = [...listed(1).matchAll(/^\S+ (\S+) (.*)$/gm)].map(([, salt = '', name = '']) => ({
      salt,
      name,
    }));
    const before = listed(1)
      .split('\n')
      .slice(2)
      .map((line) => line.split(' ')[0]);
    publishOn(3, {}, TAKEN);
    const left = everything();
    const still = salts.filter(({ salt }) => left.includes(salt)).map(({ name }) => name);
    expect(still).toEqual(['photos/a.jpg']);
    expect(listed(1)).not.toContain('2026-11-02-x');
    // The hashes stay: the log is whole, and says what it said.
    expect(
      listed(1)
        .split('\n')
        .slice(2)
        .map((line) => line.split(' ')[0]),
    ).toEqual(before);
    expect((await one('/photos/a.jpg', { date: '2026-12-02' }))[0]).toBe('unchanged');
    expect(await one('/', { date: '2026-12-02' })).toEqual([
      'unsure',
      expect.stringContaining('校验值都已销毁'),
    ]);
    expect((await one('/affairs/2026-11-02-x/', { date: '2026-12-02' }))[0]).toBe('withdrawn');
  });

  it('none is left in a clean release that is kept either: it once was shown, with the lists of those before it', () => {
    publishOn(1, { [NOTICE]: '泄露' });
    const [, salt = ''] = /^\S+ (\S+) affairs/m.exec(listed(0)) ?? [];
    publishOn(2);
    publishOn(3, {}, TAKEN);
    expect(existsSync(join(site(), 'releases', idOf(2)))).toBe(true);
    expect([salt.length > 0, everything().includes(salt)]).toEqual([true, false]);
  });

  it('what stood unchanged then can be held against earlier days, also when it changes later', async () => {
    publishOn(1, { [NOTICE]: '泄露', 'laws/index.html': '法' });
    publishOn(2, { 'laws/index.html': '法' }, TAKEN);
    publishOn(3, { 'laws/index.html': '新法' }, TAKEN);
    const old = { copy: Buffer.from('法'), date: '2026-12-01' };
    expect((await one('/laws/', old))[0]).toBe('unchanged');
    expect((await one('/laws/', { date: '2026-12-01' }))[0]).toBe('changed');
  });

  it('the log goes on: who saw it before finds its beginning unchanged, and days after it can be looked up', async () => {
    publishOn(1, { [NOTICE]: '泄露' });
    const seen = (await ask()).log?.note;
    publishOn(2, {}, TAKEN);
    publishOn(3, {}, TAKEN);
    publishOn(4, {}, TAKEN);
    expect((await ask({ seen })).log?.size).toBe(4);
    expect((await one('/', { date: '2026-12-03' }))[0]).toBe('changed');
    expect((await one('/photos/a.jpg', { date: '2026-12-01' }))[0]).toBe('unchanged');
  });

  it('salts are destroyed without a key too, and then it says that this release is not signed', async () => {
    publishOn(1, { [NOTICE]: '泄露' });
    expect(publish(release(2, {}, TAKEN)).signed).toBe('paused');
    expect(listed(0)).not.toContain('2026-11-02-x');
    expect(await verdicts()).toMatch(/^unsigned：这一版没有签名；最后签过的一版从 2026-12-01/);
    publishOn(3, {}, TAKEN);
    expect(Object.values(await verdicts())).toEqual(expect.not.arrayContaining(['changed']));
    expect((await ask()).log?.size).toBe(2);
  });

  it('going back shows an older release as an entry of its own, signed, with the withdrawal', async () => {
    publishOn(1);
    publishOn(2);
    publishOn(3, {}, TAKEN);
    goBack(folderPlace(site()), TAKEN, idOf(2), sealing(4));
    expect(Object.values(await verdicts())).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
    expect((await ask()).log).toMatchObject({
      size: 4,
      entry: { shown: '2026-12-04T02:00:00.000Z', builtFor: '2026-12-02T02:00:00.000Z' },
    });
    goBack(folderPlace(site()), TAKEN, idOf(1));
    expect(await verdicts()).toMatch(/^unsigned：/);
  });
});

describe('keys', () => {
  it('are changed in two steps: both sign for a while, and either is enough', async () => {
    publishOn(1);
    publish(release(2), sealing(2, { signers: [KEY, OTHER] }));
    for (const key of [KEY, OTHER]) expect((await ask({ keys: [key] })).trouble).toBeUndefined();
    publish(release(3), sealing(3, { signers: [OTHER], earlier: [KEY] }));
    expect(await verdicts({ keys: [KEY] })).toMatch(/^changed：日志的签名不对/);
    expect((await ask({ keys: [OTHER] })).log?.size).toBe(3);
  });

  it('that were lost are replaced: the log goes on when the old public key is named', async () => {
    publishOn(1);
    expect(() => publish(release(2), sealing(2, { signers: [OTHER] }))).toThrow('接不上');
    publish(release(2), sealing(2, { signers: [OTHER], earlier: [KEY] }));
    expect((await ask({ keys: [OTHER] })).log?.size).toBe(2);
  });
});

describe('a page that tells of days', () => {
  const page = (day: number) =>
    `<h1>所</h1><whereabouts-today><section>示例甲 在岗${day}</section><p>请致电12348</p></whereabouts-today><footer>${day}</footer>`;
  const dated = (day: number): Assembled => {
    const made = release(day, { 'offices/a/b/index.html': page(day) });
    const about = JSON.stringify({ ...JSON.parse(String(made.files.get('release.json'))), dated: ['a/b'] });
    return { ...made, files: new Map([...made.files, ['release.json', Buffer.from(about)]]) };
  };

  it('is the same without them: renewed days are no change, forgotten ones either, and none can be guessed from the log', async () => {
    [1, 2].forEach((day) => publish(dated(day), sealing(day)));
    write('offices/a/b/index.html', page(2).replace('在岗2', '公出2'));
    expect((await one('/offices/a/b/'))[0]).toBe('unchanged');
    write('offices/a/b/index.html', page(2).replace('12348', '12345'));
    expect((await one('/offices/a/b/'))[0]).toBe('changed');
    goBack(folderPlace(site()), [], idOf(1), sealing(3));
    expect(readFileSync(shown('offices/a/b/index.html'), 'utf8')).not.toContain('在岗');
    expect(Object.values(await verdicts()).filter((verdict) => verdict !== 'unchanged')).toEqual([]);
  });
});

describe('a site that means ill', () => {
  it('leads to no file and no host beside its own, and to no endless reading', async () => {
    expect(parseList('open-office-files/v1\nx\na b ../../etc/passwd\n')).toBeUndefined();
    expect(parseList('open-office-files/v1\nx\na b /etc/passwd\n')).toBeUndefined();
    expect(parseList('open-office-files/v1\nx\na b a\u001b[2Jb\n')).toBeUndefined();
    publishOn(1);
    const head = { origin: KEY.name, size: 900_000_000, root: Buffer.alloc(32) };
    write('data/log/checkpoint', signedNote(checkpointText(head), [KEY]));
    expect(await verdicts()).toBe('unsure：日志说有 900000000 条，太多了，不读');
  });
});

describe('a site that was signed where it was built', () => {
  it('keeps its own log when it is published without a key', async () => {
    publishOn(1);
    const log = new Map(
      [...folderPlace(site()).below(idOf(1), 'data/log/')].map(([name, bytes]) => [
        `data/log/${name}`,
        bytes,
      ]),
    );
    rmSync(site(), { recursive: true });
    const own = release(1);
    expect(publish({ ...own, files: new Map([...own.files, ...log]) }).signed).toBe('signed');
    expect(Object.values(await verdicts())).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  });
});

describe('over the network', () => {
  it('the same is found; a moved or silent address is not judged', async () => {
    publishOn(1, { 'laws/index.html': '法' });
    write('laws/index.html', '改');
    const server = await serve({
      folder: join(site(), 'current'),
      base: '/',
      host: '127.0.0.1',
      port: 0,
      mayMove: false,
    });
    try {
      const limits = { seconds: 30, allowPrivate: true };
      const source = siteSource(new URL(`http://127.0.0.1:${server.port}/`), limits);
      const { judged } = await verifyFiles(source, { keys: [KEY], pages: [], all: true, base: '/' });
      expect(Object.fromEntries(judged.map(({ name, verdict }) => [name, verdict]))).toEqual({
        'index.html': 'unchanged',
        'laws/index.html': 'changed',
        'photos/a.jpg': 'unchanged',
        'release.json': 'unchanged',
        'data/withdrawn.json': 'unchanged',
      });
    } finally {
      await server.close();
    }
    const nobody = siteSource(new URL('http://127.0.0.1:9/'), { seconds: 5, allowPrivate: true });
    const { trouble } = await verifyFiles(nobody, { keys: [KEY], pages: [], all: false, base: '/' });
    expect([trouble?.verdict, trouble?.message]).toEqual(['unsure', expect.stringContaining('连不上')]);
    const inside = siteSource(new URL('http://127.0.0.1:9/'), { seconds: 5, allowPrivate: false });
    expect(
      (await verifyFiles(inside, { keys: [KEY], pages: [], all: false, base: '/' })).trouble?.message,
    ).toContain('在内部网络里，不读');
  });
});
