import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey } from '../../src/release/log/note.ts';
import { workflowsFor } from '../../src/scaffold/project/workflows.ts';
import { LONG } from '../helpers/long.ts';
import { installed, type Installed } from '../helpers/package.ts';
import { runJobOf, runLines, type Ran } from '../helpers/workflow-steps.ts';

/**
 * A city's own repository, with the packed program installed, and a bare one in the place of the forge's. The steps of
 * its pipelines run as they stand; only `npm ci`, which needs a registry, finds the packages put there already.
 */
const ID = 'jintang/guancang';
const OFFICE = `content/offices/${ID}/office.json`;
const STAFF = `content/offices/${ID}/staff.json`;
const WHEREABOUTS = `offices/${ID}/whereabouts.json`;
const EPOCH = '1795831200';
const SOURCE = { source: '示例', verifiedOn: '2026-11-20' };
const OWNERS = {
  accounts: [
    { account: 'guancang-sfs', offices: [ID] },
    { account: 'weihu', maintainer: true },
  ],
};
const PEOPLE = {
  people: [{ id: 'jia', name: '示例甲', post: '所长', role: 'head', duties: ['主持工作'] }],
  provenance: SOURCE,
};
const entry = (date: string) => ({ date, person: 'jia', session: '08:30-12:00', state: '在岗' });

let city: Installed;
let folder = '';
let remote = '';
const AUTHOR = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', [...AUTHOR, ...args], { cwd, encoding: 'utf8' });
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const ready = (text: string) =>
  text.replace(/^(\s*- run: )npm ci .*$/gm, '$1test -d node_modules/open-office');

/** Commits what `act` writes to a branch of the forge's repository. */
function pushed(branch: string, act: (at: string) => void, from = 'main'): string {
  const at = mkdtempSync(join(folder, 'work-'));
  git(folder, 'clone', '-q', '--branch', from, remote, at);
  git(at, 'switch', '-qC', branch);
  act(at);
  git(at, 'add', '-A');
  git(at, 'commit', '-qm', branch);
  git(at, 'push', '-qf', 'origin', branch);
  return git(at, 'rev-parse', 'HEAD').trim();
}

const put = (at: string, path: string, text: string) => {
  mkdirSync(dirname(join(at, path)), { recursive: true });
  writeFileSync(join(at, path), text);
};

beforeAll(async () => {
  city = await installed('5101');
  folder = mkdtempSync(join(tmpdir(), 'pipelines-'));
  remote = join(folder, 'ju', 'wangzhan');
  city.write('content/owners.json', json(OWNERS));
  city.write(STAFF, json(PEOPLE));
  git(city.folder, 'init', '-q', '-b', 'main');
  git(city.folder, 'add', '-A');
  git(city.folder, 'commit', '-qm', '开始');
  execFileSync('git', ['clone', '-q', '--bare', city.folder, remote]);
  const data = (at: string) => {
    for (const name of readdirSync(at)) if (name !== '.git') rmSync(join(at, name), { recursive: true });
    put(at, WHEREABOUTS, json({ entries: [entry('2026-11-20'), entry('2026-11-28')] }));
  };
  pushed('quxiang', data);
});
afterAll(() => {
  city.remove();
  rmSync(folder, { recursive: true, force: true });
});

const told = (ran: readonly Ran[]) => ran.map(({ code, out }) => [code, code === 0 ? '' : out]);

/** Runs the gate of a kind of forge on a proposal. */
function gateOn(home: 'github' | 'forgejo', branch: string, head: string) {
  git(remote, 'update-ref', 'refs/pull/7/head', head);
  const out = join(folder, `gate-${branch}`);
  const text = ready(workflowsFor(home).get(`.${home}/workflows/gate.yml`) ?? '');
  const ran = runJobOf(
    text,
    'gate',
    {
      PROPOSAL: join(folder, `proposal-${branch}.git`),
      OUT: out,
      BASE: 'main',
      TOKEN: 'x',
      API: 'http://127.0.0.1:9',
      REPOSITORY: 'ju/wangzhan',
      REMOTE: `file://${remote}`,
      NUMBER: '7',
      HEAD: head,
      AUTHOR: 'guancang-sfs',
      SENDER: 'guancang-sfs',
      BRANCH: branch,
      TITLE: '改备注',
      BODY: '',
      DATA_BRANCH: 'quxiang',
      SOURCE_DATE_EPOCH: EPOCH,
    },
    city.folder,
  );
  return { ran, out };
}

describe.runIf(LONG)('the gate of a city’s own repository', () => {
  it.each(['github', 'forgejo'] as const)('%s: judges content by the installed program', (home) => {
    const head = pushed(`note-${home}`, (at) => {
      const text = readFileSync(join(at, OFFICE), 'utf8');
      writeFileSync(join(at, OFFICE), text.replace('"kind":', '"note": "周三下乡",\n  "kind":'));
    });
    const { ran, out } = gateOn(home, `note-${home}`, head);
    expect(told(ran).filter(([code]) => code !== 0)).toEqual([]);
    expect(readFileSync(join(out, 'verdict'), 'utf8')).toBe('pass\n');
    expect(readFileSync(join(out, 'report.md'), 'utf8')).toContain('补充说明：新增 周三下乡');
    expect(existsSync(join(out, 'preview', 'after', 'offices', ID, 'index.html'))).toBe(true);
  });

  it('Gitea runs what Forgejo runs', () => {
    const [forgejo, gitea] = (['forgejo', 'gitea'] as const).map((home) => [...workflowsFor(home).values()]);
    expect(gitea).toEqual(forgejo);
  });

  it('runs nothing that a proposal brings, and lets no program in', () => {
    const mark = join(folder, 'was-here');
    const evil = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`;
    const head = pushed('evil', (at) => {
      put(at, 'node_modules/open-office/scripts/open-office.mjs', `#!/usr/bin/env node\n${evil}\n`);
      put(at, 'astro.config.mjs', `${evil}\n`);
      put(at, '.ci/quiet', `touch ${mark}\n`);
      put(
        at,
        'package.json',
        json({ scripts: { preinstall: `touch ${mark}` }, dependencies: { 'open-office': '*' } }),
      );
      git(at, 'add', '-Af');
    });
    const { out } = gateOn('github', 'evil', head);
    expect(existsSync(mark)).toBe(false);
    expect(readFileSync(join(out, 'verdict'), 'utf8')).toBe('fail\n');
    const report = readFileSync(join(out, 'report.md'), 'utf8');
    for (const file of ['package.json', 'astro.config.mjs', '.ci/quiet']) expect(report).toContain(file);
  });
});

const published = (at: string) => readFileSync(join(at, 'data/whereabouts', `${ID}.json`), 'utf8');

/** How many releases the log on the branch tells of, and how many commits the branch has. */
const logOnBranch = () => [
  git(remote, 'show', 'rizhi:checkpoint').split('\n')[1],
  git(remote, 'rev-list', '--count', 'rizhi').trim(),
];

describe.runIf(LONG)('publishing from a city’s own repository', () => {
  const { secret: OPEN_OFFICE_KEY } = newKey('ju.example.gov.cn/sfs', Buffer.alloc(32, 1));
  const values = {
    TOKEN: 'x',
    SOURCE_DATE_EPOCH: EPOCH,
    SITE_URL: 'https://ju.example.gov.cn',
    BASE_PATH: '/sfs/',
  };

  it('GitHub Pages: builds what is merged, with the whereabouts of the data branch', () => {
    const text = ready(workflowsFor('github').get('.github/workflows/publish.yml') ?? '');
    const GITHUB_OUTPUT = join(folder, 'output');
    const given = { ...values, REMOTE: `file://${remote}`, GITHUB_OUTPUT, OPEN_OFFICE_KEY };
    const ran = runJobOf(text, 'build', given, city.folder);
    expect(told(ran).filter(([code]) => code !== 0)).toEqual([]);
    // Marked once it is shown, not before.
    const MARK = /^name=(.+)$/m.exec(readFileSync(GITHUB_OUTPUT, 'utf8'))?.[1] ?? '';
    expect([MARK, git(remote, 'tag').trim()]).toEqual(['release/2026-11-28', '']);
    expect(told(runJobOf(text, 'mark', { ...given, MARK }, city.folder))).toEqual([[0, '']]);
    expect(git(remote, 'tag').trim()).toBe(MARK);
    expect(published(join(city.folder, 'dist'))).toContain('2026-11-28');
    expect(readFileSync(join(city.folder, 'dist/index.html'), 'utf8')).toContain('成都市');
    expect(readFileSync(GITHUB_OUTPUT, 'utf8')).toContain('signed=yes\n');
    // What the forge hands from job to job.
    mkdirSync(join(city.folder, '.cache/pages'), { recursive: true });
    execFileSync('tar', ['-cf', '.cache/pages/artifact.tar', '-C', 'dist', '.'], { cwd: city.folder });
    expect(told(runJobOf(text, 'log', given, city.folder))).toEqual([[0, '']]);
    expect(logOnBranch()).toEqual(['1', '1']);
  });

  it('a folder on the server (Forgejo, Gitea): the same, a release that can be gone back to', () => {
    const server = join(folder, 'srv');
    const text = ready(workflowsFor('forgejo').get('.forgejo/workflows/publish.yml') ?? '');
    const here = text.replaceAll('/srv/open-office', server);
    const given = { ...values, REMOTE: `file://${remote}`, OPEN_OFFICE_KEY: '' };
    // What the pipeline before this one signed here.
    rmSync(join(city.folder, 'dist/data/log'), { recursive: true, force: true });
    const ran = runJobOf(here, 'publish', given, city.folder);
    expect(told(ran).filter(([code]) => code !== 0)).toEqual([]);
    expect(published(join(server, 'current'))).toContain('2026-11-28');
    // No key, no log.
    expect(existsSync(join(server, 'current/data/log'))).toBe(false);
  });

  it('GitLab Pages: the same, with compressed copies', () => {
    const jobs = parse(workflowsFor('gitlab').get('gate/gate.yml') ?? '') as Record<
      string,
      { script: string[] }
    >;
    const lines = (jobs['pages']?.script ?? []).filter((line) => !line.startsWith('npm ci'));
    const gitlab = { CI_REPOSITORY_URL: `file://${remote}`, CI_PAGES_URL: 'https://ju.example.gov.cn/sfs' };
    const signing = { OPEN_OFFICE_KEY, RELEASE_TOKEN: 'x', CI_PROJECT_URL: `file://${remote}` };
    symlinkSync(remote, `${remote}.git`);
    expect(runLines(lines.join('\n'), city.folder, { ...values, ...gitlab, ...signing })).toMatchObject({
      code: 0,
    });
    // The log goes on, on a branch without a past.
    expect(logOnBranch()).toEqual(['2', '1']);
    const site = join(city.folder, 'public');
    expect(published(site)).toContain('2026-11-28');
    expect(existsSync(join(site, 'index.html.gz'))).toBe(true);
  });
});

describe.runIf(LONG)('the data branch of a city’s own repository', () => {
  const commits = () => git(remote, 'rev-list', '--count', 'quxiang').trim();
  const held = () => git(remote, 'show', `quxiang:${WHEREABOUTS}`);
  const again = () =>
    pushed(
      'quxiang',
      (at) => put(at, WHEREABOUTS, json({ entries: [entry('2026-11-20'), entry('2026-11-28')] })),
      'quxiang',
    );

  it('GitHub: is made anew every day, without a past and without days that have gone', () => {
    const text = ready(workflowsFor('github').get('.github/workflows/whereabouts.yml') ?? '');
    const ran = runJobOf(
      text,
      'clean',
      { TOKEN: 'x', REMOTE: `file://${remote}`, SOURCE_DATE_EPOCH: EPOCH },
      city.folder,
    );
    expect(told(ran).filter(([code]) => code !== 0)).toEqual([]);
    expect([commits(), held().includes('2026-11-20'), held().includes('2026-11-28')]).toEqual([
      '1',
      false,
      true,
    ]);
  });

  it('GitLab: the same', () => {
    again();
    const jobs = parse(workflowsFor('gitlab').get('gate/gate.yml') ?? '') as Record<
      string,
      { script: string[] }
    >;
    const at = mkdtempSync(join(folder, 'gitlab-'));
    const script = jobs['clean']?.script ?? [];
    const here = script.map((line) =>
      line.startsWith('npm --prefix site ci')
        ? `ln -s ${join(city.folder, 'node_modules')} site/node_modules`
        : line,
    );
    const gitlab = {
      CI_DEFAULT_BRANCH: 'main',
      CI_REPOSITORY_URL: `file://${remote}`,
      CI_PROJECT_URL: `file://${remote}`,
      GATE_TOKEN: 'x',
    };
    expect(runLines(here.join('\n'), at, { ...gitlab, SOURCE_DATE_EPOCH: EPOCH })).toMatchObject({ code: 0 });
    expect([commits(), held().includes('2026-11-20')]).toEqual(['1', false]);
  });
});
