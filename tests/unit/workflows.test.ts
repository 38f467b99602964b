import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { faultsOf, pipelines, workflows } from '../helpers/workflows.ts';

describe('workflows that run on a forge', () => {
  it.each(workflows())(
    '%s: no foreign text in a shell line, fixed versions, least permissions, no kept credentials',
    (_, text) => {
      expect(faultsOf(text)).toEqual([]);
    },
  );

  it('the gate reads a proposal in a job that may only read, and writes in jobs that never see it', () => {
    const gates = workflows().filter(([path]) => /\/gate\.ya?ml$/.test(path));
    expect(gates.length).toBeGreaterThan(1);
    for (const [path, text] of gates) {
      const { jobs } = parse(text) as { jobs: Record<string, object> };
      const told = Object.entries(jobs).map(([name, job]) => [name, JSON.stringify(job)] as const);
      for (const [name, job] of told) {
        const sees = /refs\/pull|proposal\.git/.test(job);
        const writes = /"(?:contents|pull-requests|issues)":"write"/.test(job);
        expect([path, name, sees && writes]).toEqual([path, name, false]);
      }
    }
  });

  it.each([
    ['run: echo "${{ github.event.pull_request.title }}"', 'an expression stands in a shell line'],
    ['run: git switch ${{ github.head_ref }}', 'an expression stands in a shell line'],
    ['uses: actions/checkout@main\n        with: { persist-credentials: false }', 'has no version'],
    ['uses: actions/checkout@v4', 'keeps its credentials'],
  ])('a test of the test: %s', (step, fault) => {
    const text = `permissions: {}\njobs:\n  a:\n    steps:\n      - ${step}\n`;
    expect(faultsOf(text)).toEqual([expect.stringContaining(fault)]);
    expect(faultsOf(text.replace('permissions: {}\n', ''))).toContain('no permissions');
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
});
