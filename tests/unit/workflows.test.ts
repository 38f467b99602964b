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
