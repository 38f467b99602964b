import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it, vi } from 'vitest';
import { emptyTable, ownersFrom } from '../../src/scaffold/project/accounts.ts';
import type { Units } from '../../src/sheets/accounts.ts';
import { unitsOf, writeAccounts } from '../../src/scaffold/project/accounts-command.ts';
import { IGNORED, lackingIn, projectFiles } from '../../src/scaffold/project/files.ts';
import { mustGit } from '../../src/command/git.ts';
import { complete, firstCommit, writeFiles } from '../../src/scaffold/project/repository.ts';
import { missingPage } from '../../src/scaffold/project/missing-page.ts';
import { missingSteps } from '../../src/scaffold/project/missing.ts';
import { programFor } from '../../src/scaffold/project/program.ts';
import { readmeOf } from '../../src/scaffold/project/readme.ts';
import { HOMES, workflowsFor, type Home } from '../../src/scaffold/project/workflows.ts';
import { codeOf } from '../../src/scaffold/city/make-city.ts';
import { aContent, fields, withContent, type Overrides } from '../helpers/content.ts';
import { faultsOf } from '../helpers/workflows.ts';

const units = (overrides: Overrides = {}): Units => {
  const { catalogue } = aContent(overrides);
  if (!catalogue) throw new Error('the usual content has errors');
  return unitsOf(catalogue);
};
const named = (name: string, slug: string) => ({ name, shortName: name, slug });
const ABOUT = {
  code: '9911',
  title: '示例市司法所公开',
  bureau: '示例市司法局',
  offices: 3,
  example: { county: named('东县', 'dong'), township: named('甲镇', 'jia') },
};
const table = (...rows: readonly string[]) =>
  new TextEncoder().encode(['单位,账号,负责', ...rows].join('\r\n'));

describe('accounts from a table', () => {
  it('are known by the name or the id of what they answer for; lines without an account are left out', () => {
    const rows = ['网站维护,weihu,网站维护', '示例市司法局,shi-sfj,全部', '东县,dong-sfj,dong', '西县,,xi'];
    const more = ['甲镇司法所,jia-sfs,dong/jia', '乙镇司法所,jia-sfs,', '丙镇所,bing-sfs,'];
    expect(ownersFrom(table(...rows, ...more), units())).toEqual({
      accounts: [
        { account: 'weihu', note: '网站维护', maintainer: true },
        { account: 'shi-sfj', note: '示例市司法局', city: true },
        { account: 'dong-sfj', note: '东县', counties: ['dong'] },
        { account: 'jia-sfs', note: '甲镇司法所', offices: ['dong/jia', 'dong/yi'] },
        { account: 'bing-sfs', note: '丙镇所', offices: ['xi/bing'] },
      ],
    });
  });

  it('come from the very table that init writes, filled in', () => {
    const filled = emptyTable(units(), '示例市司法局')
      .replace('dong/jia', 'dong/jia')
      .replace(/,,/g, ',zhanghao,');
    const { accounts } = ownersFrom(new TextEncoder().encode(filled), units());
    expect(accounts).toEqual([
      {
        account: 'zhanghao',
        note: '网站维护',
        offices: ['dong/jia', 'dong/yi', 'xi/bing'],
        counties: ['dong', 'xi'],
        city: true,
        maintainer: true,
      },
    ]);
  });

  it('are refused all at once where a line is not understood', () => {
    const rows = ['丁镇司法所,ding-sfs,', '甲镇司法所,甲所,dong/jia'];
    expect(() => ownersFrom(table(...rows), units())).toThrow(
      /有 2 行看不懂，没有写：\n第 2 行（丁镇司法所，ding-sfs）：没有“丁镇司法所”这个单位[^]*\n第 3 行（甲镇司法所，甲所）：不是代码平台上的账号名/,
    );
    expect(() => ownersFrom(new TextEncoder().encode('名称,电话\n'), units())).toThrow('表头应有');
  });

  it('that a new table no longer has are named; a table without any takes none away', () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1795320000');
    withContent({}, (folder) => {
      const file = `${folder}.csv`;
      const write = (...rows: string[]) => {
        writeFileSync(file, table(...rows));
        return writeAccounts(file, folder);
      };
      expect(write('甲镇司法所,jia-sfs,', '乙镇司法所,yi-sfs,')).toBe('2 个账号。');
      expect(write('甲镇司法所,jia-sfs,')).toContain('去掉了 1 个：\n  yi-sfs（乙镇司法所）');
      const before = readFileSync(join(folder, 'owners.json'), 'utf8');
      expect(() => write('甲镇司法所,,')).toThrow('一个账号也没有填，没有写');
      expect(readFileSync(join(folder, 'owners.json'), 'utf8')).toBe(before);
      rmSync(file);
    });
    vi.unstubAllEnvs();
  });
});

it('a new repository whose program could not be installed is gone on with, not begun anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-office-offline-'));
  vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    writeFileSync(join(folder, 'npm-cli.js'), "console.error('npm error network'); process.exit(1);");
    vi.stubEnv('npm_execpath', join(folder, 'npm-cli.js'));
    expect(() => complete(folder, '骨架')).toThrow(
      /npm install 没有成功：\nnpm error network[^]*不用重来[^]*\n  npm install\n[^]*\n  git commit -m "骨架"/,
    );
  } finally {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  }
});

it('a bureau’s own lists, which say more than is published, do not get into the history with everything else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-office-lists-'));
  try {
    const kept = ['content/offices/dong/jia/files/biao.xlsx', 'package.json', '账号表.csv'];
    const lists = [
      '名册.csv',
      '名册.xls',
      '表.ods',
      '表格/东县.xlsx',
      '修改包-甲镇司法所-电话-2026-11-22.json',
    ];
    const files = new Map([...kept, ...lists].map((path) => [path, '13800000000']));
    writeFiles(folder, new Map([...files, ['.gitignore', IGNORED.join('\n')]]));
    firstCommit(folder, '骨架');
    const committed = mustGit(folder, ['-c', 'core.quotepath=off', 'ls-files']).split('\n');
    expect(committed).toEqual(['.gitignore', ...kept]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('a city whose repository is older than the program is told which commands and lists of left out files it lacks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-office-older-'));
  try {
    writeFiles(folder, projectFiles({ about: ABOUT, program: 'file:a.tgz', home: 'none' }));
    expect(lackingIn(folder)).toEqual([]);
    const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
    writeFileSync(join(folder, 'package.json'), manifest.replace('"review": "open-office review",', ''));
    writeFileSync(join(folder, '.gitignore'), 'dist/\r\nnode_modules/\r\n');
    const [commands, ignored] = lackingIn(folder);
    expect(commands).toEqual({ file: 'package.json', lines: ['"review": "open-office review",'] });
    expect(ignored?.lines).toContain('/*.csv');
    expect(ignored?.lines).not.toContain('dist/');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('pipelines of a city’s repository', () => {
  const files = (Object.keys(HOMES) as Home[]).flatMap((home) =>
    [...workflowsFor(home)].flatMap(([path, text]) =>
      path.endsWith('.yml') ? [[`${home} ${path}`, text] as const] : [],
    ),
  );

  it.each(files)(
    '%s: installs what the lock file names, runs nothing that it does not, is safe',
    (name, text) => {
      expect(() => parse(text) as unknown).not.toThrow();
      expect(text).not.toMatch(/scripts\/|bootstrap/);
      const installs = text.match(/\bci --ignore-scripts/g)?.length ?? 0;
      // A job that runs nothing of ours, only git, installs nothing.
      const { jobs } = parse(text) as { jobs?: object };
      const runs =
        jobs && Object.values(jobs).filter((job) => /npx |npm run /.test(JSON.stringify(job))).length;
      expect(installs).toBe(runs ?? text.match(/git clone |GIT_STRATEGY: fetch/g)?.length ?? 1);
      for (const [, said] of text.matchAll(/\bnpx (\S+)/g)) expect(said).toBe('--no-install');
      if (!name.startsWith('gitlab')) expect(faultsOf(text)).toEqual([]);
    },
  );

  it('bring the helpers that they call', () => {
    for (const home of ['github', 'forgejo', 'gitea', 'gitlab'] as const) {
      const made = workflowsFor(home);
      const called = [...made.values()].flatMap((text) =>
        [...text.matchAll(/(?:site\/)?(\.ci\/[\w.-]+)/g)].map(([, path]) => path ?? ''),
      );
      expect([home, called.filter((path) => !made.has(path))]).toEqual([home, []]);
    }
  });
});

describe('the program of a city’s repository', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'open-office-program-'));

  it('is a file that lies beside it, or an address that is pinned', () => {
    const [here, city] = [folder(), folder()];
    writeFileSync(join(here, 'open-office-0.1.0.tgz'), 'packed');
    expect(programFor(join(here, 'open-office-0.1.0.tgz'), city)).toBe('file:vendor/open-office-0.1.0.tgz');
    expect(readFileSync(join(city, 'vendor/open-office-0.1.0.tgz'), 'utf8')).toBe('packed');
    const address = `git+https://git.example.gov.cn/sfj/open-office.git#${'a'.repeat(40)}`;
    expect(programFor(address, city)).toBe(address);
    for (const one of [here, city]) rmSync(one, { recursive: true });
  });

  it.each([
    'open-office',
    'git+https://git.example.gov.cn/a.git',
    'git+https://git.example.gov.cn/a.git#main',
    'latest',
  ])('is refused where anybody could put another behind it: %s', (from) =>
    expect(() => programFor(from, tmpdir())).toThrow('--from 应为'),
  );
});

it.each([
  ['5101', '5101'],
  ['441900', '4419'],
  ['510121', '510121'],
])('a code %s means %s', (typed, code) => expect(codeOf(typed)).toBe(code));

it('a code that is none is refused', () => {
  for (const typed of [undefined, '51', '成都', '51012']) expect(() => codeOf(typed)).toThrow('区划代码');
});

it('the repository tells its bureau how to begin, by its own names', () => {
  const text = readmeOf(ABOUT, 'forgejo');
  for (const said of [
    '示例市司法局的司法所公开网站：3个司法所',
    'npm start',
    'dong/jia',
    '.forgejo/workflows',
  ])
    expect(text).toContain(said);
});

describe('what is missing yet', () => {
  const stepsOf = (overrides: Overrides = {}) => {
    const { contents, catalogue } = aContent(overrides);
    if (!contents || !catalogue) throw new Error('the content has errors');
    return missingSteps({ contents, catalogue });
  };
  const states = (overrides?: Overrides) =>
    new Map(stepsOf(overrides).map(({ title, done, of }) => [title, `${done}/${of}`]));

  it('is counted step by step, in the order in which residents need it', () => {
    expect([...states().keys()].slice(0, 6)).toEqual([
      '确认主办单位和网站名称',
      '登记账号',
      '县级司法局的电话和监督电话',
      '核实有没有这个所、叫什么名字',
      '办公电话',
      '地址',
    ]);
    expect(states().get('办公电话')).toBe('3/3');
    expect(states({ 'offices/xi/bing/office.json': fields({ phones: undefined }) }).get('办公电话')).toBe(
      '2/3',
    );
    expect(states().get('人员、职务、A 岗 B 岗')).toBe('1/3');
    expect(
      states({ 'site.json': fields({ 'publisher.confirmed': true }) }).get('确认主办单位和网站名称'),
    ).toBe('1/1');
  });

  it('is a page that says where and how each gets in, and what to do first', () => {
    const page = missingPage(stepsOf(), '示例市<司法所>', '/');
    expect(page).toContain('第一项是“确认主办单位和网站名称”');
    expect(page).toContain('content/offices/&lt;县>/&lt;所>/office.json');
    expect(page).toContain('npm run sheets:import');
    expect(page).toContain('示例市&lt;司法所>');
    expect(page).toMatch(/✓ 办公电话：已经有了/);
  });
});
