/** The workflow files of the project, examples included, and what is unsafe in one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../src/command/command.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDERS = ['.github/workflows', '.forgejo/workflows', '.gitea/workflows', 'docs/examples'];

/** Every workflow of the kind that GitHub, Forgejo and Gitea run, by its path. */
export const workflows = (): readonly (readonly [string, string])[] =>
  FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => /\.ya?ml$/.test(name) && !name.endsWith('.gitlab-ci.yml'))
      .map((name) => [`${folder}/${name}`, readFileSync(join(ROOT, folder, name), 'utf8')] as const),
  );

/** Every example for GitLab, by its name. */
export const pipelines = (): readonly (readonly [string, string])[] =>
  readdirSync(join(ROOT, 'docs/examples'))
    .filter((name) => name.endsWith('.gitlab-ci.yml'))
    .map((name) => [name, readFileSync(join(ROOT, 'docs/examples', name), 'utf8')] as const);

/** Commands of ours that repeat what a proposer wrote. */
const REPEATS = /scripts\/bootstrap\.mjs (?:gate|whereabouts)\b|npm run (?:gate|whereabouts)\b/;

/** Whether every command that repeats a proposer’s words is kept from speaking to the runner. */
export const isQuiet = (script: string): boolean =>
  script
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .every((line) => !REPEATS.test(line) || line.includes('.ci/quiet '));

const isCheckout = ({ uses = '' }: Step) => /(?:^|\/)actions\/checkout@/.test(uses);

function faultsOfStep(step: Step, isTarget: boolean): string[] {
  const { uses, run = '' } = step;
  const told = JSON.stringify(step.with ?? {});
  const isLoose =
    uses !== undefined && !uses.startsWith('./') && !/@(?:v\d+(?:\.\d+)*|[0-9a-f]{40})$/.test(uses);
  return [
    ...(run.includes('${{') ? ['an expression stands in a shell line: hand it over in env'] : []),
    ...(isQuiet(run) ? [] : ['what a proposer wrote may speak to the runner: run it by .ci/quiet']),
    ...(isLoose ? [`${uses} has no version`] : []),
    ...(isCheckout(step) && step.with?.['persist-credentials'] !== false
      ? ['a checkout keeps its credentials']
      : []),
    ...(isTarget && isCheckout(step) && /head|merge/.test(told) ? ['a proposal is checked out'] : []),
    ...(isTarget && /"cache"/.test(told) ? ['a cache is written beside a proposal'] : []),
  ];
}

/** What is unsafe in a workflow; empty when nothing is. */
export function faultsOf(text: string): string[] {
  const workflow = parse(text) as Workflow;
  const isTarget = text.includes('pull_request_target');
  const jobs = Object.entries(workflow.jobs);
  const all = JSON.stringify([workflow.permissions, jobs.map(([, job]) => job.permissions)]);
  return [
    ...(workflow.permissions === undefined ? ['no permissions'] : []),
    ...(all.includes('write-all') ? ['all permissions'] : []),
    ...(isTarget && JSON.stringify(workflow.permissions ?? {}).includes('write')
      ? ['every job may write beside a proposal']
      : []),
    ...jobs.flatMap(([name, job]) => (job['timeout-minutes'] ? [] : [`${name}: no time limit`])),
    ...jobs.flatMap(([name, job]) =>
      (job.steps ?? []).flatMap((step) => faultsOfStep(step, isTarget).map((fault) => `${name}: ${fault}`)),
    ),
  ];
}
