import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cleanAndPublish, type CleanValues } from '../../src/whereabouts/clean-command.ts';
import { clean, type CleanRequest } from '../../src/whereabouts/clean.ts';
import { publish } from '../../src/whereabouts/publish.ts';
import { runScript } from '../helpers/command.ts';
import { contentFiles, writeFiles } from '../helpers/content.ts';
import { LONG } from '../helpers/long.ts';
import {
  aWhereaboutsRepository,
  BRANCH,
  dayAfter,
  fileOf,
  pastDays,
  textOf,
} from '../helpers/whereabouts-repository.ts';

const [JIA, YI, BING] = ['dong/jia', 'dong/yi', 'xi/bing'] as const;
const TODAY = dayAfter(0);

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

function aRepository(files: Readonly<Record<string, string>> = { [fileOf(JIA)]: textOf([{ date: TODAY }]) }) {
  const made = aWhereaboutsRepository(files);
  closing.push(() => made.repository.remove());
  const run = (today = TODAY, more: Partial<CleanRequest> = {}) =>
    clean({ remote: made.repository.folder, branch: BRANCH, folder: '', today, ...more });
  return { ...made, run };
}

function aSite() {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  writeFiles(content, contentFiles({ [fileOf(JIA)]: null }));
  mkdirSync(join(out, 'data', 'whereabouts'), { recursive: true });
  const publishOn = (offices: ReadonlyMap<string, string>, today: string) => {
    const whereabouts = join(folder, 'whereabouts');
    rmSync(whereabouts, { recursive: true, force: true });
    mkdirSync(whereabouts);
    writeFiles(whereabouts, new Map(offices));
    publish({ content, whereabouts, out, prune: false }, new Date(`${today}T02:00:00Z`));
  };
  const texts = () =>
    readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(out, name), 'utf8'));
  return { content, out, publishOn, texts };
}

/** As long as a month, or past everything that happens in it. */
const DAYS = LONG ? 30 : 12;

describe('the branch of whereabouts, made anew by one command', () => {
  it(`over ${DAYS} days of submissions and proposals: no ref, object or published file tells of a day that is over`, async () => {
    const { repository, git, write, refs, reachable, stored, run } = aRepository();
    const site = aSite();
    for (let count = 0; count < DAYS; count += 1) {
      const [today, tomorrow] = [dayAfter(count), dayAfter(count + 1)];
      const entries = [{ date: today }, { date: tomorrow, session: '14:00-17:00' }];
      write({ [fileOf(JIA)]: textOf(entries) });
      write({ [fileOf(BING)]: textOf([{ date: today, person: 'bing' }], aPlan(count)) });
      if (count % 3 === 0)
        write({ [fileOf(YI)]: textOf([{ date: today, person: 'yi' }]) }, `tianbao/${count}`, BRANCH);
      if (count % 10 === 0) write({ [fileOf(YI)]: textOf(entries) }, `bieming-${count}`, BRANCH);
      if (count === 7) git('tag', 'jiu', BRANCH);
      if (count === 9) write({ [fileOf(JIA)]: '{ "entries": [' });
      for (const day of [today, tomorrow]) {
        const { offices } = await run(day);
        site.publishOn(offices, day);
        expect([day, ...pastDays(reachable(), day), ...pastDays(site.texts(), day)]).toEqual([day]);
        expect(git('rev-list', '--count', BRANCH).trim()).toBe('1');
      }
    }
    const last = dayAfter(DAYS);
    expect(refs()).toEqual(['refs/heads/main', `refs/heads/${BRANCH}`]);
    git('gc', '--quiet', '--prune=now');
    expect(pastDays(stored(), last)).toEqual([]);
    expect(git('cat-file', '--batch-all-objects', '--batch-check').trim().split('\n').length).toBe(
      git('rev-list', '--all', '--objects').trim().split('\n').length,
    );
    expect(repository.head('main')).toBeDefined();
  });

  it('writes nothing where nothing has to change, on the next day neither', async () => {
    const { repository, write, run } = aRepository({ [fileOf(JIA)]: textOf([{ date: dayAfter(1) }]) });
    write({ [fileOf(YI)]: textOf([{ date: dayAfter(-1) }, { date: dayAfter(1) }]) });
    expect((await run()).written).toBe(true);
    const tip = repository.head(BRANCH);
    expect((await run()).written).toBe(false);
    expect((await run(dayAfter(1))).written).toBe(false);
    expect(repository.head(BRANCH)).toBe(tip);
  });

  it('leaves a file as its author wrote it as long as all of it is current', async () => {
    const text = `{"entries":[{"date":"${TODAY}","person":"jia","session":"09:00-12:00","state":"在岗"}]}`;
    const { read, write, run } = aRepository({ [fileOf(JIA)]: text });
    write({ [fileOf(YI)]: textOf([{ date: TODAY }]) });
    await run();
    expect(read(JIA)).toBe(text);
  });

  it('keeps what a forge needs in the branch, takes the rest away, and says so', async () => {
    const { git, write, run } = aRepository();
    write({ '.forgejo/workflows/whereabouts.yml': 'name: x\n', 'README.md': '去向\n', 'beifen.json': '[]' });
    const { left } = await run();
    expect(git('ls-tree', '-r', '--name-only', BRANCH).trim().split('\n')).toEqual([
      '.forgejo/workflows/whereabouts.yml',
      'README.md',
      fileOf(JIA),
    ]);
    expect(left).toEqual([{ path: 'beifen.json', why: expect.stringContaining('已拿掉') as string }]);
  });

  it('names the office whose file nobody can read, and goes on with the others', async () => {
    const { read, write, run } = aRepository();
    write({ [fileOf(YI)]: '{ "entries": [ {' });
    const { left } = await run();
    expect(left).toEqual([{ path: fileOf(YI), why: expect.stringContaining('请本所重新填写') as string }]);
    expect([read(YI), read(JIA)]).toEqual([undefined, textOf([{ date: TODAY }])]);
  });

  it.each([
    ['the main branch', 'main'],
    ['a branch with content', 'gai'],
  ])('refuses %s, and touches nothing', async (_, branch) => {
    const { repository, run } = aRepository();
    repository.branch('gai', repository.head('main') ?? '');
    const before = repository.head(branch);
    await expect(run(TODAY, { branch })).rejects.toThrow('不是只放去向的数据分支');
    expect(repository.head(branch)).toBe(before);
  });

  it('says so where there is no such branch', async () => {
    await expect(aRepository().run(TODAY, { branch: 'meiyou' })).rejects.toThrow('没有 meiyou 这个分支');
  });
});

describe('an open proposal', () => {
  const mine = { date: TODAY, person: 'yi', session: '10:00-11:00' };
  const theirs = { date: TODAY, person: 'jia', session: '14:00-15:00' };

  it('is put on the new branch entry by entry, next to what others wrote', async () => {
    const { read, write, run, git } = aRepository();
    const own = { date: TODAY };
    write({ [fileOf(JIA)]: textOf([own, mine]) }, 'tianbao/jia', BRANCH);
    write({ [fileOf(JIA)]: textOf([own, theirs]) });
    const { others } = await run();
    expect(others).toEqual([{ name: 'tianbao/jia', does: 'again' }]);
    expect(git('rev-parse', 'tianbao/jia^').trim()).toBe(git('rev-parse', BRANCH).trim());
    expect(read(JIA)).not.toContain('"yi"');
    const entries = (JSON.parse(read(JIA, 'tianbao/jia') ?? '') as { entries: object[] }).entries;
    expect(entries).toEqual(
      [own, theirs, mine].map((one) => ({ session: '09:00-12:00', state: '公出', person: 'jia', ...one })),
    );
  });

  it('that changed the very same entry as somebody else gives way, and is told', async () => {
    const { read, write, run } = aRepository();
    write({ [fileOf(JIA)]: textOf([{ date: TODAY, state: '休假' }]) }, 'tianbao/jia', BRANCH);
    write({ [fileOf(JIA)]: textOf([{ date: TODAY, state: '在岗' }]) });
    const { left, others } = await run();
    expect(read(JIA)).toContain('在岗');
    expect(left[0]).toMatchObject({ path: `tianbao/jia：${fileOf(JIA)}` });
    expect(others).toEqual([{ name: 'tianbao/jia', does: 'gone' }]);
  });

  it('goes when its days are over, and a branch or tag that is only a copy goes at once', async () => {
    const { write, refs, run, repository, git } = aRepository();
    write({ [fileOf(YI)]: textOf([mine]) }, 'tianbao/yi', BRANCH);
    repository.branch('beifen', repository.head(BRANCH) ?? '');
    git('tag', 'jiu', BRANCH);
    await run();
    expect(refs()).toEqual(['refs/heads/main', `refs/heads/${BRANCH}`, 'refs/heads/tianbao/yi']);
    await run(dayAfter(1));
    expect(refs()).toEqual(['refs/heads/main', `refs/heads/${BRANCH}`]);
  });

  it('that may be written is written by entry, never merged, and its branch goes', async () => {
    const { read, refs, write, run, git } = aRepository();
    const head = write({ [fileOf(JIA)]: textOf([{ date: TODAY }, mine]) }, 'tianbao/jia', BRANCH);
    write({ [fileOf(JIA)]: textOf([{ date: TODAY }, theirs]) });
    const refused = await run(TODAY, { take: { head, may: () => Promise.resolve(false) } });
    expect([refused.taken, read(JIA)?.includes('"yi"')]).toEqual([false, false]);
    const again = git('rev-parse', 'tianbao/jia').trim();
    const done = await run(TODAY, { take: { head: again, may: () => Promise.resolve(true) } });
    expect([done.taken, read(JIA)?.includes('"yi"')]).toEqual([true, true]);
    expect(git('rev-list', '--count', BRANCH).trim()).toBe('1');
    expect(refs()).not.toContain('refs/heads/tianbao/jia');
  });

  it('that has moved on since it was looked at is not written', async () => {
    const { write, run } = aRepository();
    const head = write({ [fileOf(YI)]: textOf([mine]) }, 'tianbao/yi', BRANCH);
    write({ [fileOf(YI)]: textOf([theirs]) }, 'tianbao/yi');
    const may = () => Promise.resolve(true);
    await expect(run(TODAY, { take: { head, may } })).rejects.toThrow('又变了');
  });
});

describe('somebody who writes at the same moment', () => {
  it('is not overwritten: the command begins again with what is there then', async () => {
    const { read, write, run } = aRepository();
    const head = write({ [fileOf(YI)]: textOf([{ date: TODAY, person: 'yi' }]) }, 'tianbao/yi', BRANCH);
    let first = true;
    const may = () => {
      if (first) write({ [fileOf(BING)]: textOf([{ date: TODAY, person: 'bing' }]) });
      first = false;
      return Promise.resolve(true);
    };
    await run(TODAY, { take: { head, may } });
    expect([read(YI)?.includes('"yi"'), read(BING)?.includes('"bing"')]).toEqual([true, true]);
  });
});

describe('npm run whereabouts -- --clean', () => {
  beforeEach(
    () => void ['log' as const, 'error' as const].map((way) => vi.spyOn(console, way).mockReturnValue()),
  );
  afterEach(() => void vi.restoreAllMocks());

  const NOW = new Date(`${TODAY}T02:00:00Z`);
  const owners = {
    accounts: [
      { account: 'jia-sfs', offices: ['dong/jia'] },
      { account: 'yi-sfs', offices: ['dong/yi'] },
    ],
  };

  function aContent() {
    const folder = mkdtempSync(join(tmpdir(), 'content-'));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    writeFiles(folder, contentFiles({ [fileOf(JIA)]: null, 'owners.json': owners }));
    return folder;
  }

  const command = (
    values: CleanValues,
    whereabouts?: string,
    publish: (folder: string) => number = () => 0,
  ) => cleanAndPublish({ values, content: aContent(), whereabouts, now: NOW, publish });

  it('writes what was changed in a checkout, which afterwards remembers nothing else', async () => {
    const { repository, write, read } = aRepository({ [fileOf(JIA)]: textOf([{ date: dayAfter(-1) }]) });
    write({ [fileOf(BING)]: textOf([{ date: TODAY, person: 'bing' }]) });
    const checkout = mkdtempSync(join(tmpdir(), 'checkout-'));
    closing.push(() => rmSync(checkout, { recursive: true, force: true }));
    const git = (...args: readonly string[]) =>
      execFileSync('git', args, { cwd: checkout, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    git('clone', '-q', '--branch', BRANCH, '--single-branch', repository.folder, '.');
    writeFiles(checkout, new Map([[fileOf(YI), textOf([{ date: TODAY, person: 'yi' }])]]));
    write({ [fileOf(JIA)]: textOf([{ date: TODAY }]) });
    expect(await command({}, checkout)).toBe(0);
    expect([JIA, YI, BING].map((office) => read(office) !== undefined)).toEqual([true, true, true]);
    expect(git('status', '--porcelain')).toBe('');
    const ids = git('cat-file', '--batch-all-objects', '--batch-check=%(objectname) %(objecttype)').split(
      '\n',
    );
    const texts = ids
      .filter((line) => line.endsWith('blob'))
      .map((line) => git('cat-file', 'blob', line.split(' ')[0] ?? ''));
    expect(texts.length).toBe(3);
    expect(pastDays(texts, TODAY)).toEqual([]);
  });

  it('takes a proposal that the gate lets through, and leaves any other alone', async () => {
    const { repository, write, read } = aRepository();
    const propose = (files: Readonly<Record<string, string>>, name: string) =>
      write(files, `tianbao/${name}`, BRANCH);
    const more = textOf([{ date: TODAY }, { date: dayAfter(1) }]);
    const [own, mixed] = [
      propose({ [fileOf(JIA)]: more }, 'a'),
      propose({ [fileOf(JIA)]: more, 'offices/dong/jia/a.docx': 'x' }, 'b'),
    ];
    const remote = repository.folder;
    const take = (head: string, account: string) => command({ remote, take: head, account: [account] });
    await take(mixed, 'jia-sfs');
    await take(repository.head('tianbao/a') ?? own, 'yi-sfs');
    expect(read(JIA)).toBe(textOf([{ date: TODAY }]));
    await take(repository.head('tianbao/a') ?? own, 'jia-sfs');
    expect(read(JIA)).toBe(more);
  });

  it('takes what somebody must look at only once somebody has said so', async () => {
    const { repository, write, read } = aRepository();
    const far = textOf([{ date: TODAY }, { date: '2027-11-22' }]);
    const head = write({ [fileOf(JIA)]: far }, 'tianbao/a', BRANCH);
    const values = { remote: repository.folder, take: head, account: ['jia-sfs'] };
    expect([await command(values), read(JIA)]).toEqual([3, textOf([{ date: TODAY }])]);
    const take = repository.head('tianbao/a') ?? head;
    expect([await command({ ...values, take, approved: true }), read(JIA)]).toEqual([0, far]);
  });

  it('publishes exactly what the branch then holds', async () => {
    const { repository } = aRepository({ [fileOf(JIA)]: textOf([{ date: dayAfter(-1) }, { date: TODAY }]) });
    let published = '';
    await command({ remote: repository.folder }, undefined, (folder) => {
      published = readFileSync(join(folder, fileOf(JIA)), 'utf8');
      return 0;
    });
    expect([published.includes(TODAY), published.includes(dayAfter(-1))]).toEqual([true, false]);
  });

  it('names no folder that is gone by then: neither in what is to be typed nor at a fault', () => {
    const { repository } = aRepository({ [fileOf(JIA)]: textOf([{ date: TODAY, person: 'ding' }]) });
    const site = aSite();
    const told = (content: string, out: string, expected: number) => {
      const folders = ['--remote', repository.folder, '--content', content, '--out', out];
      const { code, err } = runScript('whereabouts', '--clean', '--today', TODAY, ...folders);
      expect([code, err.includes('open-office-')]).toEqual([expected, false]);
      return err;
    };
    const content = aContent();
    expect(told(content, content, 1)).toContain(
      `请先运行 npm run build -- --content ${content} --out ${content}。`,
    );
    expect(told(site.content, site.out, 0)).toContain(`${site.content}/${fileOf(JIA)}\n`);
  });

  it('asks for the repository where none is told', async () => {
    await expect(command({})).rejects.toThrow('数据分支在哪个仓库');
  });
});

/** A plan that ends within the days. */
function aPlan(count: number) {
  const row = { person: 'bing', days: [1, 2, 3], session: '09:00-12:00', state: '在岗' };
  return { from: dayAfter(count - 3), until: dayAfter(count), week: [row] };
}
