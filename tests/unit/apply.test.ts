import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyCommand } from '../../src/apply/apply-command.ts';
import { blobName } from '../../src/apply/blob.ts';
import { put } from '../../src/gate/working-copy.ts';
import { runCommand } from '../helpers/command.ts';
import { contentFiles, writeFiles } from '../helpers/content.ts';
import { aWhereaboutsRepository, textOf as textOfWhereabouts } from '../helpers/whereabouts-repository.ts';

let folder = '';
const content = () => join(folder, 'content');
const OFFICE = 'offices/dong/jia/office.json';
const textOf = (file: string) => readFileSync(join(content(), file), 'utf8');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

const nameOf = (text: string) => blobName(new TextEncoder().encode(text));
const changed = () => textOf(OFFICE).replace('0833-2123456', '0833-2999999');

/** The package of a changed telephone, as the form page makes it, with some of it replaced. */
const pack = (over: object = {}) => ({
  format: 'open-office-change',
  version: 1,
  office: 'dong/jia',
  made: '2026-11-22T08:00:00.000Z',
  title: '甲镇司法所：更新司法所信息',
  description: '- 电话：0833-2123456 → 0833-2999999',
  files: [{ path: OFFICE, before: nameOf(textOf(OFFICE)), text: changed() }],
  ...over,
});

/** Of the notice that the office has. */
const TITLE = '学法通知';

const file = (path: string, text = '{}') => ({ files: [{ path, text }] });

async function apply(package_: unknown, values: object = {}) {
  const path = join(folder, 'xiugaibao.json');
  writeFileSync(path, typeof package_ === 'string' ? package_ : JSON.stringify(package_));
  return runCommand(applyCommand, { ...values, content: content() }, path);
}

/** A platform that takes requests, and remembers them. */
async function platform() {
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const pull = { number: 7, html_url: 'https://git.example/pulls/7', head: { ref: 'tianbao/jia-2' } };
      response.setHeader('content-type', 'application/json');
      if (request.method === 'GET')
        return void response.end(JSON.stringify(asked.map(() => ({ ...pull, base: { ref: 'main' } }))));
      asked.push({
        path: request.url,
        token: request.headers.authorization,
        body: JSON.parse(body) as unknown,
      });
      response.statusCode = 201;
      response.end(JSON.stringify(pull));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { asked, address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'apply-'));
  writeFiles(content(), contentFiles());
  writeFileSync(join(folder, '.gitignore'), '*.json\n!content/**\n*.csv\nremote.git\n');
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', '司法局');
  git('config', 'user.email', 'sfj@example.gov.cn');
  git('add', '-A');
  git('commit', '-qm', 'content');
});

beforeEach(() => git('checkout', '-q', '--', '.'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a change package from an office', () => {
  it('is shown in the words of the content, and nothing is written', async () => {
    const before = textOf(OFFICE);
    const { code, out } = await apply(pack());
    expect(code).toBe(0);
    expect(out).toContain('甲镇司法所：更新司法所信息');
    expect(out).toContain('电话 phones[0].number：0833-2123456 → 0833-2999999');
    expect(textOf(OFFICE)).toBe(before);
  });

  it('is written when told to; once more it changes nothing', async () => {
    const made = pack();
    expect((await apply(made, { write: true })).code).toBe(0);
    expect(textOf(OFFICE)).toContain('0833-2999999');
    expect((await apply(made, { write: true })).out).toContain('内容已经是这样');
  });

  it('takes a notice away and lists its address; never an office, nor an address of others', async () => {
    const notice = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
    const list = (url: string) => ({
      path: 'withdrawn.json',
      text: JSON.stringify({ withdrawn: [{ url, on: '2026-11-22', reason: 'other' }] }),
    });
    const going = (path: string) => ({ path, before: nameOf(textOf(path)), gone: true });
    const own = list('/offices/dong/jia/affairs/2026-11-02-tongzhi/');
    const { code, out } = await apply(pack({ files: [going(notice), own] }));
    expect([code, out]).toEqual([0, expect.stringContaining(`${notice}（删除）《${TITLE}》`)]);
    const refused = async (...files: object[]) => (await apply(pack({ files }))).err;
    expect(await refused(going(notice), list('/offices/xi/bing/'))).toContain('不是本所（dong/jia）的网址');
    expect(await refused(going(OFFICE))).toContain(`${OFFICE} 不能删除`);
    expect(await refused({ ...going(notice), text: '一' })).toContain('内容不完整');
  });

  it('names a notice by its title too, one that is changed by both', async () => {
    const notice = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
    const before = textOf(notice);
    const made = { path: notice.replace('tongzhi', 'buchong'), text: before.replace(TITLE, '补充通知') };
    const renamed = { path: notice, before: nameOf(before), text: before.replace(TITLE, '新的通知') };
    const { out } = await apply(pack({ files: [made, renamed] }));
    expect(out).toContain(`${made.path}（新）《补充通知》`);
    expect(out).toContain(`${notice}《新的通知》\n      标题：${TITLE} → 新的通知`);
  });

  it('becomes a branch with one commit, while the checkout stays as it is', async () => {
    const before = textOf(OFFICE);
    const { code, out } = await apply(pack(), { branch: true, name: 'tianbao/jia-1' });
    expect(code).toBe(0);
    expect(out).toContain('git push -u origin tianbao/jia-1');
    expect(textOf(OFFICE)).toBe(before);
    expect(git('status', '--porcelain')).toBe('');
    expect(git('diff', '--stat', 'main', 'tianbao/jia-1')).toMatch(/office\.json \| 2 \+-/);
    expect(git('log', '-1', '--format=%s%n%b', 'tianbao/jia-1')).toContain(
      '甲镇司法所：更新司法所信息\n- 电话：0833-2123456 → 0833-2999999',
    );
    const commit = git('rev-parse', 'tianbao/jia-1');
    expect((await apply(pack(), { branch: true, name: 'tianbao/jia-1' })).code).toBe(0);
    expect(git('rev-parse', 'tianbao/jia-1')).toBe(commit);
    git('branch', 'tianbao/bie', 'main');
    expect(await apply(pack(), { branch: true, name: 'tianbao/bie' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('里面是别的内容') as string,
    });
  });

  it('is pushed, and a pull request is opened, where a token and the platform are known', async () => {
    const remote = join(folder, 'remote.git');
    execFileSync('git', ['init', '-q', '--bare', remote]);
    const { close, address, asked } = await platform();
    const site = JSON.parse(textOf('site.json')) as object;
    const editor = { forge: 'forgejo', api: address, repo: 'sfj/content', branch: 'main' };
    writeFileSync(join(content(), 'site.json'), `${JSON.stringify({ ...site, editor }, null, 2)}\n`);
    git('commit', '-qam', 'editor');
    vi.stubEnv('FORGE_TOKEN', 'token-of-the-bureau');
    const send = () => apply(pack(), { branch: true, push: true, name: 'tianbao/jia-2', remote });
    const { code, out } = await send();
    expect((await send()).out).toContain('合并请求：https://git.example/pulls/7');
    vi.unstubAllEnvs();
    close();
    expect([code, out]).toEqual([0, expect.stringContaining('合并请求：https://git.example/pulls/7')]);
    expect(out).not.toContain('token-of-the-bureau');
    expect(execFileSync('git', ['branch', '--list'], { cwd: remote, encoding: 'utf8' })).toContain(
      'tianbao/jia-2',
    );
    expect(asked).toEqual([
      {
        path: '/repos/sfj/content/pulls',
        token: 'Bearer token-of-the-bureau',
        body: {
          title: '甲镇司法所：更新司法所信息',
          body: '- 电话：0833-2123456 → 0833-2999999',
          head: 'tianbao/jia-2',
          base: 'main',
        },
      },
    ]);
  });

  it('is refused when somebody else has changed the file meanwhile', async () => {
    const made = pack();
    writeFileSync(join(content(), OFFICE), textOf(OFFICE).replace('甲镇所', '甲所'));
    const before = textOf(OFFICE);
    const { code, err } = await apply(made, { write: true });
    expect([code, err]).toEqual([1, expect.stringContaining('内容已被他人更新')]);
    expect(textOf(OFFICE)).toBe(before);
  });

  it('is refused when the content check finds a fault', async () => {
    const text = changed().replace('0833-2999999', '13800138000');
    const { code, err } = await apply(
      pack({ files: [{ path: OFFICE, before: nameOf(textOf(OFFICE)), text }] }),
      {
        write: true,
      },
    );
    expect([code, err]).toEqual([1, expect.stringContaining('内容检查通不过')]);
    expect(textOf(OFFICE)).toContain('0833-2123456');
  });

  it.each([
    ['another office', file('offices/dong/yi/office.json'), '不是本所（dong/jia）的文件'],
    ['a path that climbs', file('offices/dong/jia/../yi/office.json'), '不是填报页会改的文件'],
    ['a file outside the content', file('../package.json'), '不是本所'],
    ['an absolute path', file('/etc/passwd'), '不是本所'],
    ['a backslash', file('offices/dong/jia/affairs\\a.md'), '不是填报页会改的文件'],
    ['a script', file('offices/dong/jia/affairs/a.mdx'), '不是填报页会改的文件'],
    ['a hidden file', file('offices/dong/jia/files/.htaccess'), '不是填报页会改的文件'],
    ['the same file twice', { files: [...file(OFFICE).files, ...file(OFFICE).files] }, '写了两次'],
    ['text and bytes at once', { files: [{ path: OFFICE, text: '{}', base64: 'AA==' }] }, '内容不完整'],
    ['an office that climbs', { office: '../..' }, '这不是填报页下载的修改包'],
    ['another format', { format: 'other' }, '这不是填报页下载的修改包'],
    ['a title of two lines', { title: 'a\nb' }, '这不是填报页下载的修改包'],
    [
      'an office that is not there',
      { office: 'dong/ding', files: [{ path: 'offices/dong/ding/office.json', text: '{}' }] },
      '没有这个司法所',
    ],
  ])('is refused with %s', async (_, over, message) => {
    expect(await apply(pack(over), { write: true })).toMatchObject({
      code: 1,
      err: expect.stringContaining(message) as string,
    });
    expect(git('status', '--porcelain')).toBe('');
  });

  it('that is damaged is refused in words', async () => {
    expect((await apply('{ "format": ')).err).toContain('已经损坏');
  });
});

describe('whereabouts in a package', () => {
  const WHEREABOUTS = 'offices/dong/jia/whereabouts.json';
  const text = textOfWhereabouts([{ date: '2026-11-22', state: '在岗' }]);

  it.each([{ write: true }, { branch: true, name: 'tianbao/quxiang' }, {}])(
    'never go into the content, whatever is asked for (%o), and it says where they go',
    async (values) => {
      const made = pack({ files: [{ path: WHEREABOUTS, before: nameOf(textOf(WHEREABOUTS)), text }] });
      const { code, err } = await apply(made, values);
      expect([code, err]).toEqual([1, expect.stringContaining('加 --whereabouts ../quxiang')]);
      expect(git('status', '--porcelain')).toBe('');
      expect((await apply(made, { ...values, whereabouts: join(content(), 'offices') })).code).toBe(1);
    },
  );

  it('go to the branch that the folder was checked out from, which keeps no past', async () => {
    const old = textOfWhereabouts([{ date: '2026-11-21' }]);
    const { repository, read, git: inRemote } = aWhereaboutsRepository({ [WHEREABOUTS]: old });
    const checkout = mkdtempSync(join(tmpdir(), 'checkout-'));
    try {
      git('clone', '-q', '--branch', 'quxiang', '--single-branch', repository.folder, checkout);
      const made = pack({ files: [{ path: WHEREABOUTS, before: nameOf(old), text }] });
      vi.stubEnv('SOURCE_DATE_EPOCH', '1795312800');
      const { code, out } = await apply(made, { write: true, whereabouts: checkout });
      vi.unstubAllEnvs();
      expect([code, out]).toEqual([0, expect.stringContaining('已写进数据分支 quxiang')]);
      expect(read('dong/jia')).toBe(text);
      expect(inRemote('rev-list', '--count', 'quxiang').trim()).toBe('1');
      expect(git('status', '--porcelain')).toBe('');
    } finally {
      rmSync(checkout, { recursive: true, force: true });
      repository.remove();
    }
  });
});

describe('a workbook from an office', () => {
  it('becomes a branch as a package does', async () => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, '司法所,电子邮箱\n甲镇,jia@example.gov.cn\n');
    const { code, out } = await runCommand(
      applyCommand,
      { branch: true, name: 'tianbao/biao', content: content() },
      path,
    );
    expect(code).toBe(0);
    expect(out).toContain('甲镇司法所：按表格更新');
    expect(git('diff', 'main', 'tianbao/biao')).toContain('+  "email": "jia@example.gov.cn",');
  });
});

describe('content that may only be read', () => {
  it('can be tried out: of its copy every file can be changed', () => {
    const path = join(folder, 'copy.json');
    writeFileSync(path, '{}', { mode: 0o444 });
    put(path, '{ "a": 1 }');
    expect(readFileSync(path, 'utf8')).toBe('{ "a": 1 }');
    expect(statSync(path).mode & 0o200).toBe(0o200);
  });
});

describe('on Windows, where git gives out lines that end in CR LF', () => {
  const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');

  beforeAll(() => git('config', 'core.autocrlf', 'true'));
  afterAll(() => git('config', '--unset', 'core.autocrlf'));

  it('a package is not taken for one that others have overtaken, and once applied is known as applied', async () => {
    const made = pack();
    const before = textOf(OFFICE);
    writeFileSync(join(content(), OFFICE), crlf(before));
    expect((await apply(made)).code).toBe(0);
    writeFileSync(join(content(), OFFICE), crlf(made.files[0]?.text ?? ''));
    expect((await apply(made)).code).toBe(0);
    writeFileSync(join(content(), OFFICE), crlf(before.replace('0833-2123456', '0833-2888888')));
    expect((await apply(made)).err).toContain('内容已被他人更新');
  });

  it('a workbook changes on its branch the lines that it changes, not all of the file', async () => {
    writeFileSync(join(content(), OFFICE), crlf(textOf(OFFICE)));
    const path = join(folder, 'b.csv');
    writeFileSync(path, '司法所,电子邮箱\n甲镇,jia@example.gov.cn\n');
    const values = { branch: true, name: 'tianbao/windows', content: content() };
    expect((await runCommand(applyCommand, values, path)).err).toBe('');
    expect(git('diff', '--stat', 'main', 'tianbao/windows')).toMatch(/office\.json \| 4 \+\+--/);
  });
});
