/** The history as git keeps it: marks of releases, and what lies between them. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_HISTORY, pastOf } from '../../src/domain/history.ts';
import { paths } from '../../src/domain/urls.ts';
import { marksOf, markRelease } from '../../src/release/history/marks.ts';
import { historyKey, readHistory } from '../../src/release/history/read.ts';
import type { Steps } from '../../src/release/history/standing.ts';
import { filterBranch } from '../../src/takedown/history.ts';
import type { OfficeRecord } from '../../src/schemas/office.ts';
import { contentFiles, fields, writeFiles, type Overrides } from '../helpers/content.ts';

const ID = 'dong/jia';
const OFFICE = `offices/${ID}/office.json`;
const NOTICE = `offices/${ID}/affairs/2026-11-03-mishi.md`;
const TEXT = '---\ntitle: 秘事\n---\n\n秘\n';

const around = mkdtempSync(join(tmpdir(), 'history-'));
afterAll(() => rmSync(around, { recursive: true, force: true }));
let top = '';
let content = '';

const git = (folder: string, ...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, FILTER_BRANCH_SQUELCH_WARNING: '1' },
  }).trim();

/** Commits the usual content with changes, and marks it as released where a day is given. */
function commit(overrides: Overrides, day?: string) {
  rmSync(content, { recursive: true, force: true });
  writeFiles(content, contentFiles(overrides));
  git(top, 'add', '-A');
  git(top, 'commit', '-qm', 'x');
  return day === undefined ? undefined : markRelease(content, day);
}

const mail = (email: string) => ({ [OFFICE]: fields({ email }) });
/** What became of the office at each moment. */
const turns = (folder = content) => {
  const { moments, offices } = readHistory(folder);
  return moments.map(({ date }, at) => ({
    date,
    files: offices.get(ID)?.find((one) => one.at === at)?.files,
  }));
};
const emails = (folder = content) => turns(folder).map(({ date, files }) => [date, files?.record?.email]);

beforeEach(() => {
  top = mkdtempSync(join(around, 'repository-'));
  content = join(top, '内容');
  git(top, 'init', '-q', '-b', 'main');
});

describe('marks of releases', () => {
  it('are made once for the same content, and numbered within a day', () => {
    expect(commit(mail('a@example.cn'), '2026-11-02')).toEqual({ name: 'release/2026-11-02', fresh: true });
    expect(markRelease(content, '2026-11-03')).toEqual({ name: 'release/2026-11-02', fresh: false });
    expect(commit(mail('b@example.cn'), '2026-11-02')?.name).toBe('release/2026-11-02.2');
    expect(commit(mail('c@example.cn'), '2026-11-10')?.name).toBe('release/2026-11-10');
    expect(marksOf(content).map(({ name }) => name.slice(8))).toEqual([
      '2026-11-02',
      '2026-11-02.2',
      '2026-11-10',
    ]);
    expect(emails()).toEqual([
      ['2026-11-02', 'b@example.cn'],
      ['2026-11-10', 'c@example.cn'],
      [undefined, undefined],
    ]);
  });

  it('are refused for what nobody committed, and outside a repository', () => {
    commit({});
    writeFileSync(join(content, 'x.txt'), 'x');
    expect(() => markRelease(content, '2026-11-02')).toThrow(/没提交/);
    expect(() => markRelease(around, '2026-11-02')).toThrow(/不在 git 仓库里/);
  });

  it('count only where they name a day and lie in the past of what is checked out', () => {
    commit(mail('a@example.cn'), '2026-11-02');
    git(top, 'tag', 'release/2026-02-30');
    git(top, 'tag', 'release/next');
    git(top, 'switch', '-q', '-c', 'other');
    commit(mail('b@example.cn'), '2026-11-05');
    git(top, 'switch', '-q', 'main');
    expect(marksOf(content).map(({ date }) => date)).toEqual(['2026-11-02']);
    commit(mail('c@example.cn'));
    expect(markRelease(content, '2026-11-05').name).toBe('release/2026-11-05.2');
  });

  it('change what a build is made of', () => {
    commit(mail('a@example.cn'));
    const before = historyKey(content);
    markRelease(content, '2026-11-02');
    expect(historyKey(content)).not.toBe(before);
    expect([historyKey(content), historyKey(around)]).toEqual([historyKey(content), '']);
  });
});

describe('the history of the content', () => {
  const twice = () => {
    commit({ ...mail('a@example.cn'), [NOTICE]: TEXT }, '2026-11-02');
    commit(mail('b@example.cn'), '2026-11-10');
  };

  it('has every office at the first release, then only those that changed, and of people nothing to be told', () => {
    twice();
    const { known, moments, offices } = readHistory(content);
    expect([known, moments.map(({ date }) => date)]).toEqual([
      'whole',
      ['2026-11-02', '2026-11-10', undefined],
    ]);
    expect([...offices].map(([id, list]) => [id, list.map(({ at }) => at)])).toEqual(
      [...offices.keys()].map((id) => [id, id === ID ? [0, 1] : [0]]),
    );
    expect(offices.size).toBeGreaterThan(1);
    expect(turns()[0]?.files?.texts.map(([file]) => file)).toContain(NOTICE.slice(`offices/${ID}/`.length));
    const files = [...offices.values()].flat().flatMap((one) => one.files ?? []);
    expect(JSON.stringify(files.map((one) => ({ ...one, people: undefined })))).not.toMatch(
      /示例甲|people|whereabouts|photos/,
    );
    expect(files.flatMap(({ people }) => people)).toContain('示例甲');
  });

  it('is that of a release that comes back to what was', () => {
    twice();
    commit({ ...mail('a@example.cn'), [NOTICE]: TEXT }, '2026-11-11');
    commit(mail('b@example.cn'), '2026-11-12');
    expect(emails().map(([, email]) => email?.[0])).toEqual(['a', 'b', 'a', 'b', undefined]);
  });

  it('says of a clone without its beginning that it is a part', () => {
    twice();
    commit(mail('c@example.cn'), '2026-11-12');
    const shallow = join(around, 'shallow');
    git(around, 'clone', '-q', '--depth', '2', `file://${top}`, shallow);
    git(shallow, 'fetch', '-q', '--tags', '--depth', '2');
    const { known } = readHistory(join(shallow, '内容'));
    expect([known, emails(join(shallow, '内容')).map(([date]) => date)]).toEqual([
      'part',
      ['2026-11-10', '2026-11-12', undefined],
    ]);
  });

  it('is none where the content came without a repository, or lies in one that does not keep it', () => {
    twice();
    const export_ = join(around, 'export');
    cpSync(content, export_, { recursive: true });
    const guest = join(top, 'guest');
    cpSync(content, guest, { recursive: true });
    for (const folder of [export_, guest]) expect(readHistory(folder)).toEqual(NO_HISTORY);
  });

  it('after a rewrite has the same releases without what was taken out of them', () => {
    twice();
    const before = emails();
    execFileSync('bash', ['-c', filterBranch([`内容/${NOTICE}`])], {
      cwd: top,
      env: { ...process.env, FILTER_BRANCH_SQUELCH_WARNING: '1' },
      stdio: 'ignore',
    });
    expect(emails()).toEqual(before);
    const told = turns().flatMap(({ files }) => files?.texts.map(([file]) => file) ?? []);
    expect(told).not.toContain(NOTICE.slice(`offices/${ID}/`.length));
  });

  it('begins with the first mark that a rewrite left', () => {
    twice();
    git(top, 'tag', '-d', 'release/2026-11-02');
    const past = pastOf(readHistory(content), ID, paths.history(ID), []);
    expect([past.since, (past.first?.record as OfficeRecord).email]).toEqual(['2026-11-10', 'b@example.cn']);
  });

  it('knows at each release what was withdrawn by then', () => {
    const entry = { url: paths.history(ID), on: '2026-11-09', reason: 'wrong', number: 1 };
    commit(mail('a@example.cn'), '2026-11-02');
    commit({ ...mail('b@example.cn'), 'withdrawn.json': { withdrawn: [entry] } }, '2026-11-10');
    expect(readHistory(content).moments.map(({ withdrawn }) => withdrawn)).toEqual([[], [entry], [entry]]);
  });

  it('does not read what this program does not understand', () => {
    commit({ [OFFICE]: '{ "name": ' }, '2026-11-02');
    commit(mail('b@example.cn'), '2026-11-10');
    expect(pastOf(readHistory(content), ID, paths.history(ID), []).since).toBe('2026-11-10');
  });

  it('tells all offices of a county, and no others, what its files changed', () => {
    commit({}, '2026-11-02');
    const phones = [{ number: '0833-0000001', use: 'consult' }];
    commit({ 'counties/dong.json': fields({ 'bureau.phones': phones }) }, '2026-11-10');
    commit(
      {
        'counties/dong.json': fields({ 'bureau.phones': phones }),
        'divisions/dong.json': fields({ 'townships[0].name': '甲街道' }),
      },
      '2026-11-12',
    );
    const { offices } = readHistory(content);
    const moved = [...offices].filter(([, list]) => list.some(({ at }) => at === 1)).map(([id]) => id);
    expect(moved).toEqual([...offices.keys()].filter((id) => id.startsWith('dong/')));
    expect(moved.length).toBeLessThan(offices.size);
    const [first, second, third] = turns().map(({ files }) => files?.inherited);
    expect([first?.county.bureau.phones, second?.county.bureau.phones]).toEqual([undefined, phones]);
    expect([first?.places[0]?.name, third?.places[0]?.name]).toEqual(['甲镇', '甲街道']);
  });

  it('knows which documents stood there, and nothing of what is in them', () => {
    const files = [`offices/${ID}/files/jihua.txt`, 'counties/dong/files/jihua.txt'];
    const saying = (text: string) => Object.fromEntries(files.map((file) => [file, text]));
    commit(saying('秘'), '2026-11-02');
    commit(saying('密'), '2026-11-10');
    const documents = turns().map(({ files }) => files?.documents);
    expect(documents[0]?.map(([name]) => name)).toEqual(['county/files/jihua.txt', 'files/jihua.txt']);
    expect(documents[1]).not.toEqual(documents[0]);
    expect(JSON.stringify([...readHistory(content).offices])).not.toMatch(/秘|密/);
  });
});

describe('content that an older program read', () => {
  const site = { 'site.json': fields({ contentVersion: undefined }) };
  const mailed = { [OFFICE]: fields({ mail: 'a@example.cn' }), [NOTICE]: '---\nname: 秘事\n---\n\n秘\n' };
  /** As a step might: a field gets another name, in records and in notices. */
  const steps: Steps = (files) =>
    new Map(
      [...files].map(([path, body]) => [
        path,
        String(body).replace('"mail"', '"email"').replace('\nname:', '\ntitle:'),
      ]),
    );
  const past = (with_?: Steps) => pastOf(readHistory(content, with_), ID, paths.history(ID), []);
  beforeEach(() => {
    commit({ ...site, ...mailed }, '2026-11-02');
    commit({ ...mail('a@example.cn'), [NOTICE]: TEXT }, '2026-11-10');
    commit({ ...mail('b@example.cn'), [NOTICE]: TEXT }, '2026-11-12');
  });

  it('is told as the steps of a migration write it; that it was migrated is no change', () => {
    const { since, first, steps: changes } = past(steps);
    expect([since, first?.record?.email]).toEqual(['2026-11-02', 'a@example.cn']);
    expect(changes.map(({ date, after }) => [date, after?.record?.email])).toEqual([
      ['2026-11-12', 'b@example.cn'],
    ]);
  });

  it('is told from when it can be read where the steps cannot be taken', () => {
    const failing: Steps = () => {
      throw new Error('x');
    };
    for (const one of [failing, undefined]) expect(past(one).since).toBe('2026-11-10');
  });

  it('is read as it is where the steps leave it alone', () => {
    commit({ ...site, ...mail('c@example.cn') }, '2026-11-20');
    commit(mail('d@example.cn'), '2026-11-21');
    expect(emails().slice(-3)).toEqual([
      ['2026-11-20', 'c@example.cn'],
      ['2026-11-21', 'd@example.cn'],
      [undefined, undefined],
    ]);
  });
});
