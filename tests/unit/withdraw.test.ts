import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadChecked } from '../../src/command/content.ts';
import { writeAll } from '../../src/build/write-all.ts';
import { ROOT } from '../../src/command/command.ts';
import { withoutAttachment, withoutPerson, withoutWhereabouts } from '../../src/takedown/edit.ts';
import { filterBranch, historyCommands, PURGE } from '../../src/takedown/history.ts';
import { itemOf } from '../../src/takedown/item.ts';
import { listWith } from '../../src/takedown/list.ts';
import { filesHolding, holds } from '../../src/takedown/search.ts';
import { withdrawCommand } from '../../src/takedown/withdraw-command.ts';
import { runCommand, runScript } from '../helpers/command.ts';
import { aContent, contentFiles, usual, writeFiles } from '../helpers/content.ts';
import { packageOf } from '../helpers/documents.ts';

const STAFF = 'offices/dong/jia/staff.json';
const WHEREABOUTS = 'offices/dong/jia/whereabouts.json';
const NOTICE = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const TITLE = '受援人名单';
const FILE = 'offices/dong/jia/files/mingdan.txt';

let folder = '';
const content = () => join(folder, 'content');
const packs = () => join(folder, 'packs');
const write = (file: string, bytes: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), bytes);
};
const has = (file: string) => existsSync(join(content(), file));
const read = (file: string) => readFileSync(join(content(), file), 'utf8');

beforeEach(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1795485600');
  folder = mkdtempSync(join(tmpdir(), 'withdrawn-'));
  const attached = (text: string) =>
    text.replace('source:', 'attachments:\n  - { file: mingdan.txt, title: 受援人名单 }\nsource:');
  writeFiles(content(), contentFiles({ [NOTICE]: attached, [FILE]: '名单' }));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** The command on the content of the test; `item` is what is to be taken down. */
const run = (
  item: string,
  values: { text?: string[]; reason?: string; write?: boolean; corrected?: boolean } = {},
) =>
  runCommand(
    withdrawCommand,
    { content: content(), out: join(folder, 'dist'), packs: packs(), ...values },
    item,
  );

const FIRST = { on: '2026-11-24', reason: 'privacy', number: 1 };

describe('npm run withdraw', () => {
  it('only says what it would do, unless told to', async () => {
    const { code, out } = await run(NOTICE);
    expect(code).toBe(0);
    expect(out).toContain('内容里删除（2）');
    expect(out).toContain('这是预演，什么也没有改');
    expect(has(NOTICE) && has(FILE)).toBe(true);
    expect(has('withdrawn.json')).toBe(false);
  });

  it('takes down a notice with the documents that only it carries, and lists the addresses', async () => {
    const { code, out, err } = await run(NOTICE, { write: true });
    expect([code, err.includes('还找得到')]).toEqual([0, false]);
    expect(out).toContain(`npm run publish -- --to <地址> --content ${content()}，`);
    expect(has(NOTICE) || has(FILE)).toBe(false);
    expect(JSON.parse(read('withdrawn.json'))).toEqual({
      withdrawn: [
        { url: '/files/dong/jia/mingdan.txt', ...FIRST },
        { url: '/offices/dong/jia/', ...FIRST, mention: true },
        { url: '/offices/dong/jia/affairs/', ...FIRST, mention: true },
        { url: '/offices/dong/jia/affairs/2026-11-02-tongzhi/', ...FIRST },
      ],
    });
  });

  it('takes down one document; the notice stays', async () => {
    expect((await run(`content/${FILE}`, { write: true, reason: 'secret' })).code).toBe(0);
    expect(has(FILE)).toBe(false);
    expect(read(NOTICE)).toBe(String(usual(NOTICE)));
    expect(read('withdrawn.json')).toContain('"secret"');
  });

  it('takes down one document of a guide’s local text; the text stays', async () => {
    const text = 'offices/dong/jia/services/mediation.md';
    const front =
      'adapts: mediation@2026-11-01\nupdated: 2026-11-02\nsource: 示例局\nplace: 二楼\nabove: { place: 司法所 }';
    const carried = 'attachments:\n  - { file: mingdan.txt, title: 名单 }';
    write(`content/${text}`, `---\n${front}\n${carried}\n---\n`);
    expect((await run(NOTICE, { write: true })).code).toBe(0);
    expect([has(NOTICE), has(FILE)]).toEqual([false, true]);
    expect((await run(FILE, { write: true })).code).toBe(0);
    expect([has(FILE), read(text)]).toEqual([false, `---\n${front}\n---\n`]);
    const urls = (JSON.parse(read('withdrawn.json')) as { withdrawn: { url: string }[] }).withdrawn;
    expect(urls.map(({ url }) => url)).toContain('/files/dong/jia/mingdan.txt');
  });

  it('takes down a person: entry, deputies, acting posts, whereabouts', async () => {
    expect((await run(`${STAFF}#jia`, { write: true })).code).toBe(0);
    expect(read(STAFF) + read(WHEREABOUTS)).not.toMatch(/示例甲|"jia"/);
    expect(read('withdrawn.json')).toMatch(
      /"\/data\/whereabouts\/dong\/jia\.json"[^]*"\/offices\/dong\/jia\/"/,
    );
    const files = new Map([STAFF, WHEREABOUTS].map((file) => [file, read(file)]));
    expect(
      aContent(Object.fromEntries(files)).problems.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });

  it('takes down whereabouts', async () => {
    expect((await run(WHEREABOUTS, { write: true })).code).toBe(0);
    expect(has(WHEREABOUTS)).toBe(false);
    expect(read('withdrawn.json')).toContain('/data/whereabouts/dong/jia.json');
  });

  it('deletes archives that hold it, packed or not, and keeps the others', async () => {
    write('packs/a.zip', packageOf('files/dong/jia/mingdan.txt'));
    write('packs/a.sha256', 'sum');
    write('packs/b.tar.gz', gzipSync('受援人名单'));
    write('packs/c.zip', packageOf('index.html'));
    expect((await run(NOTICE, { write: true })).code).toBe(0);
    expect(['a.zip', 'a.sha256', 'b.tar.gz', 'c.zip'].map((name) => existsSync(join(packs(), name)))).toEqual(
      [false, false, false, true],
    );
  });

  it('deletes what builds left beside the content where it holds it, and nothing that is in use or somebody’s work', async () => {
    const page = `<h1>${TITLE}</h1>`;
    const left = ['.astro/data-store.json', '.cache/under-path/index.html', 'node_modules/.astro/store.json'];
    const former = ['dist.old', 'dist.building-1', 'dist.replaced-1'].map((name) => `${name}/index.html`);
    const branch = ['.cache/branch/.git/HEAD', '.cache/branch/a.md'];
    const others = ['.cache/share/a.png', '.cache/program/1/a.mjs', ...branch, 'letters/a.html'];
    for (const file of [...left, ...former]) write(file, page);
    for (const file of others) write(file, file.endsWith('.png') ? 'picture' : page);
    const { out } = await run(NOTICE);
    const entries = [...left, ...former].map((file) => file.replace('/index.html', ''));
    expect(entries.filter((entry) => !out.includes(join(folder, entry)))).toEqual([]);
    expect((await run(NOTICE, { write: true })).code).toBe(0);
    expect([...left, ...former].filter((file) => existsSync(join(folder, file)))).toEqual([]);
    expect(others.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
  });

  it('deletes what the program keeps of a site for the next one, and a site that a killed build has left half made', async () => {
    const kept = [`spare/test-${process.pid}`, 'building-999999999'].map((name) =>
      join(ROOT, '.cache', name),
    );
    for (const entry of kept) {
      mkdirSync(entry, { recursive: true });
      writeFileSync(join(entry, 'index.html'), `<h1>${TITLE}</h1>`);
    }
    expect((await run(NOTICE, { write: true })).code).toBe(0);
    expect(kept.filter((entry) => existsSync(entry))).toEqual([]);
  });

  it('takes along the redirects that led to a notice: they held it once', async () => {
    const [from, to] = [
      '/offices/dong/jia/affairs/2026-11-02-jiu/',
      '/offices/dong/jia/affairs/2026-11-02-tongzhi/',
    ];
    const other = { from: '/jiu/', to: '/offices/dong/jia/', reason: '改名' };
    write('content/redirects.json', JSON.stringify({ redirects: [{ from, to, reason: '改名' }, other] }));
    expect((await run(NOTICE, { write: true })).code).toBe(0);
    expect(JSON.parse(read('redirects.json'))).toEqual({ redirects: [other] });
    expect(JSON.parse(read('withdrawn.json')).withdrawn).toContainEqual({ url: from, ...FIRST });
  });

  it('takes down what was made of a notice before somebody put it right; the notice stays', async () => {
    write('packs/old.tar.gz', gzipSync(`<p>${TITLE}：旧的一句</p>`));
    write('packs/new.tar.gz', gzipSync(`<p>${TITLE}</p>`));
    expect((await run(NOTICE, { corrected: true, write: true })).code).toBe(2);
    const { code, out } = await run(NOTICE, { corrected: true, text: ['旧的一句'], write: true });
    expect([code, has(NOTICE) && has(FILE)]).toEqual([0, true]);
    expect(out).not.toContain('旧的一句');
    expect(['old', 'new'].map((name) => existsSync(join(packs(), `${name}.tar.gz`)))).toEqual([false, true]);
    expect(JSON.parse(read('withdrawn.json')).withdrawn).toContainEqual({
      url: '/offices/dong/jia/affairs/2026-11-02-tongzhi/',
      ...FIRST,
    });
  });

  it('does not say that it is put right while the words still stand there', async () => {
    const { code, err } = await run(NOTICE, { corrected: true, text: [TITLE], write: true });
    expect([code, err]).toEqual([1, expect.stringContaining(NOTICE)]);
  });

  it('says where else the words stand, and ends with 1 while they do', async () => {
    writeFileSync(join(content(), 'pages/about.mdx'), `${read('pages/about.mdx')}\n受援人名单已公布。\n`);
    const { code, out, err } = await run(NOTICE, { write: true });
    expect(code).toBe(1);
    expect(out).toContain('别的内容里也提到');
    expect(err).toContain('pages/about.mdx');
  });

  it('changes nothing where the rest would not hold together, and says why', async () => {
    writeFileSync(
      join(content(), 'pages/about.mdx'),
      `${read('pages/about.mdx')}\n见[通知](/offices/dong/jia/affairs/2026-11-02-tongzhi/)。\n`,
    );
    const { code, err } = await run(NOTICE, { write: true });
    expect(code).toBe(1);
    expect(err).toContain('什么也没有改');
    expect(err).toContain('pages/about.mdx');
    expect(has(NOTICE) && has(FILE) && !has('withdrawn.json')).toBe(true);
  });

  it('does not wait for another office’s error to be mended, and tells of it', async () => {
    const other = 'offices/dong/yi/office.json';
    writeFileSync(join(content(), other), read(other).replace('{', '{ "nmae": 1,'));
    const { code, err } = await run(NOTICE, { write: true });
    expect(code).toBe(0);
    expect(err).toMatch(/不耽误撤下[^]*offices\/dong\/yi\/office\.json/);
    expect(has(NOTICE) || has(FILE)).toBe(false);
  });

  it('tells of the copy that it builds by the folder of which it is one', async () => {
    const copy = join(folder, 'copy');
    writeFiles(copy, contentFiles({ 'divisions/dong.json': null }));
    const load = async () => (loadChecked({ content: copy, copyOf: { content: content() } }) ? 0 : 1);
    const { code, err, out } = await runCommand({ run: load }, {});
    expect([code, `${err}${out}`.includes(copy)]).toEqual([1, false]);
    expect(err).toContain(`${content()}/`);
  });

  it('changes nothing where more than single offices is in error', async () => {
    writeFileSync(join(content(), 'site.json'), '{');
    expect(await run(NOTICE, { write: true })).toMatchObject({
      code: 1,
      err: expect.stringContaining('什么也没有改') as string,
    });
    expect(has(NOTICE)).toBe(true);
  });

  it.each([
    ['https://www.example.gov.cn/sfs/offices/dong/jia/affairs/2026-11-02-tongzhi/?from=qq', NOTICE],
    ['/offices/dong/jia/affairs/2026-11-02-tongzhi/index.html', NOTICE],
    ['https://www.example.gov.cn/files/dong/jia/mingdan.txt', FILE],
  ])('understands the address that somebody found it at: %s', (address, file) => {
    expect(itemOf(address, content()).file).toBe(file);
  });

  it('names a damaged file that it would have to change', async () => {
    writeFileSync(join(content(), STAFF), '{ "people" [] }');
    expect(await run(`${STAFF}#a`)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`${STAFF} 写坏了`) as string,
    });
  });

  it('is typed as its help says', () => {
    const own = ['--content', content(), '--out', join(folder, 'dist'), '--packs', packs()];
    const more = ['--reason', 'secret', '--text', '没有的', '--text', TITLE, '--corrected', '--write'];
    const { code, out, err } = runScript('withdraw', NOTICE, ...more, ...own);
    expect([code, out, err]).toEqual([
      1,
      expect.stringContaining('已经改好，撤下改好以前的'),
      expect.stringContaining(NOTICE),
    ]);
    expect(read('withdrawn.json')).toContain('"secret"');
    const help = runScript('withdraw', '--help');
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('用法：npm run withdraw')]);
  });

  it('refuses what it does not understand', async () => {
    for (const item of [
      'offices/dong/jia/office.json',
      'offices/dong/x/staff.json#a',
      '../x',
      `${STAFF}#nobody`,
    ])
      expect((await run(item)).code).toBe(2);
  });
});

describe('taking out', () => {
  it('leaves the rest as it was written', () => {
    const text =
      '{\n  "people": [\n    { "id": "jia", "name": "甲" },\n    { "id": "yi", "name": "乙", "deputy": "jia" }\n  ]\n}\n';
    expect(JSON.parse(withoutPerson(text, 'jia'))).toEqual({ people: [{ id: 'yi', name: '乙' }] });
    const plan = JSON.stringify({
      entries: [{ person: 'yi', substitute: 'jia' }],
      plan: { week: [{ person: 'jia' }] },
    });
    expect(JSON.parse(withoutWhereabouts(plan, 'jia'))).toEqual({ entries: [{ person: 'yi' }] });
    const notice =
      '---\ntitle: 通知 # 说明\nattachments:\n  - { file: a.pdf, title: 甲 }\n  - { file: b.pdf, title: 乙 }\n---\n\n正文\n';
    expect(withoutAttachment(notice, 'a.pdf')).toBe(
      '---\ntitle: 通知 # 说明\nattachments:\n  - { file: b.pdf, title: 乙 }\n---\n\n正文\n',
    );
    expect(withoutAttachment(notice, 'c.pdf')).toBeUndefined();
  });

  it('is all or nothing', () => {
    write('content/a.txt', 'a');
    const bad = join(content(), 'a.txt', 'cannot', 'b.txt');
    expect(() =>
      writeAll([
        { path: join(content(), 'a.txt'), after: undefined },
        { path: join(content(), 'site.json', 'x'), after: 'b' },
      ]),
    ).toThrow('已全部恢复原样');
    expect(read('a.txt')).toBe('a');
    expect(existsSync(bad)).toBe(false);
  });

  it('a file that cannot be put in its place leaves the others as they were, and is named in Chinese', () => {
    write('content/a.txt', 'a');
    expect(() =>
      writeAll([
        { path: join(content(), 'a.txt'), after: 'b' },
        { path: join(content(), 'offices'), after: 'c' },
      ]),
    ).toThrow(/恢复原样：.*offices.*：这是文件夹，不是文件/);
    expect(read('a.txt')).toBe('a');
  });

  it('an address is listed once, with its newest day; what held something is never made a mere mention', () => {
    const held = { held: ['/a/', '/名/'], mentions: ['/c/'] };
    const first = listWith(undefined, held, { on: '2026-11-01', reason: 'wrong' });
    const again = { held: ['/b/'], mentions: ['/a/', '/c/'] };
    const second = { on: '2026-11-02', reason: 'privacy', number: 2 } as const;
    expect(JSON.parse(listWith(first, again, second))).toEqual({
      withdrawn: [
        { url: '/a/', ...second },
        { url: '/b/', ...second },
        { url: '/c/', ...second, mention: true },
      ],
    });
  });
});

describe('the search for what must be nowhere', () => {
  const WORD = '示例甲&乙';

  it.each([
    ['plain', Buffer.from(`<p>${WORD}</p>`)],
    ['as HTML', Buffer.from('<p>示例甲&amp;乙</p>')],
    ['as HTML by number', Buffer.from('<p>示例甲&#38;乙</p>')],
    ['escaped in JSON', Buffer.from('"\\u793a\\u4f8b\\u7532&\\u4e59"')],
    ['in an address', Buffer.from(encodeURIComponent(WORD))],
    ['in two bytes a character', Buffer.from(WORD, 'utf16le')],
    ['in GBK', Buffer.from([0xca, 0xbe, 0xc0, 0xfd, 0xbc, 0xd7, 0x26, 0xd2, 0xd2])],
    ['packed (gzip), as search indexes are', gzipSync(`pagefind_dcd{"${WORD}"}`)],
    ['packed twice', gzipSync(gzipSync(WORD))],
    ['in an archive', Buffer.from(packageOf(['a.html', WORD]))],
  ])('finds it %s', (_, bytes) => {
    expect(holds('x.bin', bytes, [WORD])).toBe(true);
    expect(holds('x.bin', bytes, ['别的字'])).toBe(false);
  });

  it('finds it packed with brotli, in a broken Word file, and in names', () => {
    expect(holds('a.html.br', brotliCompressSync(WORD), [WORD])).toBe(true);
    const xml = '<w:p><w:r><w:t>示例</w:t></w:r><w:r><w:t>甲&amp;乙</w:t></w:r></w:p>';
    const word = Buffer.from(packageOf(['word/document.xml', xml]));
    expect(holds('a.docx', word, [WORD])).toBe(true);
    expect(holds('a.docx', word.subarray(0, -30), [WORD])).toBe(true);
    write('dist/files/a.txt', 'x');
    expect(filesHolding(join(folder, 'dist'), ['/files/a.txt'])).toEqual(['files/a.txt']);
  });
});

describe('the commands for the history', () => {
  const git = (cwd: string, ...args: string[]) =>
    String(
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
        cwd,
        stdio: 'pipe',
      }),
    );

  it('take a file out of every commit, branch and tag; its bytes are no longer there', () => {
    git(folder, 'init', '-q', '-b', 'main');
    write('content/a/it’s.txt', 'LEAK-0000');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', '一');
    git(folder, 'tag', 'v1');
    rmSync(join(content(), 'a/it’s.txt'));
    write('content/b.txt', 'b');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', '二');
    git(folder, 'switch', '-q', '--orphan', 'quxiang');
    git(folder, 'commit', '-q', '--allow-empty', '-m', '去向');
    git(folder, 'switch', '-q', 'main');
    const commands = historyCommands(content(), ['a/it’s.txt'], []) ?? '';
    expect(commands).toContain(`git filter-repo --force --invert-paths --path 'content/a/it’s.txt'`);
    git(folder, 'clone', '-q', '--mirror', '.', 'lishi.git');
    const mirror = join(folder, 'lishi.git');
    const leak = git(mirror, 'rev-parse', 'v1:content/a/it’s.txt').trim();
    const env = { ...process.env, FILTER_BRANCH_SQUELCH_WARNING: '1' };
    for (const line of [filterBranch(['content/a/it’s.txt']), ...PURGE])
      execFileSync('sh', ['-c', line], { cwd: mirror, env, stdio: 'pipe' });
    expect(() => git(mirror, 'cat-file', '-e', leak)).toThrow();
    expect(git(mirror, 'log', '--all', '--format=%s').trim().split('\n').sort()).toEqual([
      '一',
      '二',
      '去向',
    ]);
  });

  it('are silent outside a repository', () => {
    expect(historyCommands(content(), ['a'], [])).toBeUndefined();
  });
});
