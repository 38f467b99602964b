import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { ROOT } from '../../src/command/command.ts';
import { describe, expect, it } from 'vitest';
import { faultsOf, isQuiet, pipelines, workflows } from '../helpers/workflows.ts';

it('whatever publishes by itself takes the whereabouts along, or says how', () => {
  const folder = join(ROOT, 'docs/examples');
  const texts = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  const publishing = texts.filter(([, text]) => /\bpublish -- /.test(text));
  expect(publishing.length).toBeGreaterThan(3);
  expect(publishing.flatMap(([name, text]) => (text.includes(' --whereabouts ') ? [] : [name]))).toEqual([]);
});

describe('workflows that run on a forge', () => {
  it.each(workflows())(
    '%s: no foreign text in a shell line, fixed versions, least permissions, no kept credentials',
    (_, text) => {
      expect(faultsOf(text)).toEqual([]);
    },
  );

  describe.each(workflows().filter(([path]) => /\/gate\.ya?ml$/.test(path)))('%s', (_, text) => {
    const { jobs } = parse(text) as { jobs: Record<string, object> };
    const told = Object.entries(jobs).map(([name, job]) => [name, JSON.stringify(job)] as const);
    const named = (is: (job: string) => boolean) => told.flatMap(([name, job]) => (is(job) ? [name] : []));
    const isWriting = (job: string) => job.includes('"contents":"write"');

    it('reads a proposal with all its documents in a job that may only read', () => {
      expect(named((job) => /refs\/pull|proposal\.git/.test(job))).toEqual(['gate']);
      expect(named((job) => /"(?:contents|pull-requests|issues)":"write"/.test(job))).toEqual([
        'report',
        'write',
      ]);
    });

    it('merges nothing; what it writes, it has looked at itself, and believes no file of another job', () => {
      expect(text).not.toMatch(/pr merge|\/merge\b|--merge/);
      expect(named(isWriting)).toEqual(['write']);
      expect(named((job) => isWriting(job) && /artifact|outputs\.|gate-report/.test(job))).toEqual([]);
      expect(named((job) => job.includes('whereabouts --clean') && job.includes('--take'))).toEqual([
        'write',
      ]);
      expect(text).toMatch(
        /if: needs\.gate\.result == 'success' && .*github\.base_ref == \(vars\.DATA_BRANCH/,
      );
      expect(text).not.toMatch(/GITHUB_OUTPUT|steps\.\w+\.outputs/);
    });
  });

  it.each([
    ['run: echo "${{ github.event.pull_request.title }}"', 'an expression stands in a shell line'],
    ['run: git switch ${{ github.head_ref }}', 'an expression stands in a shell line'],
    ['uses: actions/checkout@main\n        with: { persist-credentials: false }', 'has no version'],
    ['uses: actions/checkout@v4', 'keeps its credentials'],
    ['run: node scripts/bootstrap.mjs gate', 'may speak to the runner'],
  ])('a test of the test: %s', (step, fault) => {
    const text = `permissions: {}\njobs:\n  a:\n    timeout-minutes: 5\n    steps:\n      - ${step}\n`;
    expect(faultsOf(text)).toEqual([expect.stringContaining(fault)]);
    expect(faultsOf(text.replace('permissions: {}\n', ''))).toContain('no permissions');
    expect(faultsOf(text.replace('    timeout-minutes: 5\n', ''))).toContain('a: no time limit');
  });
});

describe.each(
  [...workflows(), ...pipelines()].filter(([, text]) => /npm run (?:build|pack|publish) /.test(text)),
)('%s, which publishes', (_, text) => {
  it('fetches the history that pages tell, and hands back the mark of the release', () => {
    expect(text).toMatch(/fetch-depth: 0|GIT_DEPTH: '0'/);
    expect(text).toMatch(/released -- --mark[^]*git push [^\n]*refs\/tags\/(?:release\/\*|\$MARK)/);
  });
});

/** What a pipeline keeps from one run to the next, npm's downloads aside: whole steps, or parts called `cache`. */
const cachesIn = (value: unknown, key = ''): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { uses = '' } = value as { uses?: unknown };
  const caches = key === 'cache' || /(?:^|\/)actions\/cache(?:\/\w+)?@/.test(String(uses));
  return caches
    ? [JSON.stringify(value)]
    : Object.entries(value).flatMap(([name, one]) => cachesIn(one, Array.isArray(value) ? key : name));
};
/** What was taken down changes the key: an older cache is used no more. */
const isRenewed = (cache: string) => cache.includes('content/withdrawn.json');

describe('what pipelines keep from one run to the next', () => {
  it.each([...workflows(), ...pipelines()])('%s: goes when something is taken down', (_, text) => {
    expect(cachesIn(parse(text)).filter((cache) => !isRenewed(cache))).toEqual([]);
  });

  it.each([
    'a:\n  steps:\n    - uses: actions/cache@v4\n      with: { path: .cache, key: KEY }',
    'a:\n  cache:\n    paths: [.cache]\n    key: KEY',
    'a:\n  cache:\n    - paths: [.cache]\n      key: KEY',
  ])('a test of the test: %s', (text) => {
    const renewed = (key: string) => cachesIn(parse(text.replace('KEY', key))).map(isRenewed);
    expect(renewed('always')).toEqual([false]);
    expect(renewed('"${{ hashFiles(content/withdrawn.json) }}"')).toEqual([true]);
  });
});

describe('pipelines for GitLab', () => {
  it.each(pipelines())('%s is YAML; variables that proposers write stand in quotes', (_, text) => {
    parse(text);
    const script = text.replace(/^\s*#.*$/gm, '');
    const loose = script.match(
      /(?<!["\w{])\$\{?CI_(?:MERGE_REQUEST_(?:TITLE|DESCRIPTION|SOURCE_BRANCH_NAME)|COMMIT_\w*(?:TITLE|MESSAGE|DESCRIPTION|REF_NAME|BRANCH))(?![^\n]*(?:==|=~))/g,
    );
    const unquoted = (loose ?? []).filter((name) => !new RegExp(`"[^"\\n]*\\${name}[^"\\n]*"`).test(script));
    expect(unquoted).toEqual([]);
  });

  it.each(pipelines())('%s: every job has a time limit, and nobody else speaks to the runner', (_, text) => {
    const { default: all, ...jobs } = parse(text) as Record<string, { timeout?: string; script?: string[] }>;
    const scripts = Object.entries(jobs).filter(([, job]) => job.script);
    expect(scripts.filter(([, job]) => !(job.timeout ?? all?.timeout)).map(([name]) => name)).toEqual([]);
    for (const [name, { script = [] }] of scripts)
      expect([name, script.every((line) => isQuiet(line.replaceAll('\n', ' ')))]).toEqual([name, true]);
  });
});

describe('a command whose words may be a proposer’s', () => {
  const run = (script: string, ...args: readonly string[]) =>
    spawnSync('bash', [join(ROOT, '.ci', script), ...args], {
      encoding: 'utf8',
      env: { ...process.env, GITHUB_ENV: '/tmp/env', GITHUB_OUTPUT: '/tmp/output', TOKEN: 'geheim' },
    });

  it('begins no line of what the runner reads, and ends as it would have ended', () => {
    const trick = "printf 'a\\n::set-env name=PATH::.\\r##[add-path]x\\n'; echo ::error::x >&2; exit 7";
    const { stdout, stderr, status } = run('quiet', 'bash', '-c', trick);
    const [first = '', ...rest] = stdout.trimEnd().split('\n');
    const mark = /^::stop-commands::([0-9a-f]{48})$/.exec(first)?.[1];
    expect(mark).toBeDefined();
    expect(rest.pop()).toBe(`::${mark}::`);
    expect(rest.sort()).toEqual(['| ::error::x', '| ::set-env name=PATH::. ##[add-path]x', '| a']);
    expect([stderr, status]).toEqual(['', 7]);
  });

  it('is not told where the runner reads what later steps are to do', () => {
    expect(run('quiet', 'env').stdout).not.toMatch(/GITHUB_(?:ENV|OUTPUT)=/);
  });

  it('gives git a token that stands in no argument', () => {
    const { stdout } = run('as-token', 'git', 'config', '--get', 'http.extraheader');
    expect(stdout.trim()).toBe(`Authorization: Basic ${btoa('x-access-token:geheim')}`);
    expect(run('as-token', 'env').stdout).not.toMatch(/^TOKEN=/m);
  });

  it.each([
    ['github', [{ number: 7 }, { number: 8 }], '+refs/pull/8/head:refs/gate/open/8\n', []],
    ['gitlab', [{ iid: 7 }, { iid: 9 }], '+refs/merge-requests/9/head:refs/gate/open/9\n', ['gitlab']],
  ])('%s: the other open proposals are fetched, by their numbers alone', async (_, list, refs, args) => {
    const server = createServer((_request, response) => void response.end(JSON.stringify(list)));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const API = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const env = { ...process.env, API, REPOSITORY: 'ju/a', BASE: 'main', NUMBER: '7' };
    const script = join(ROOT, '.ci', 'open-proposals.mjs');
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { env });
      expect(stdout).toBe(refs);
    } finally {
      server.close();
    }
  });
});
