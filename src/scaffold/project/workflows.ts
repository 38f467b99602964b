/** The pipelines of a city's own repository: those of the program's, with the pinned package in place of the program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, PROGRAM } from '../../command/command.ts';

/** Where a city's repository may live. */
export const HOMES = {
  github: 'GitHub',
  forgejo: 'Forgejo',
  gitea: 'Gitea',
  gitlab: 'GitLab',
  gitee: 'Gitee',
  none: '还没有定',
} as const;
export type Home = keyof typeof HOMES;

/** Installs what the lock file names, from the default branch alone; no package runs a script of its own. */
const INSTALL = 'npm ci --ignore-scripts --no-audit --no-fund';

const own = (path: string) => readFileSync(join(PROGRAM, path), 'utf8');

/** Replaces every occurrence; a pipeline that has none has changed, and would be handed on wrong. */
function replaced(text: string, from: RegExp, to: string): string {
  if (!from.test(text)) throw new Failure(`流水线文件里没有 ${from.source}`);
  from.lastIndex = 0;
  return text.replace(from, to);
}

/** A step with what it is given; the packages are installed behind it. */
const behind = (action: string) =>
  new RegExp(`(      - uses: \\S*actions/${action}@\\S*\\n(?:        .*\\n)*)`, 'g');

/** A pipeline as GitHub, Forgejo and Gitea run it. */
function forActions(path: string): string {
  const text = own(path);
  const action = text.includes('actions/setup-node@') ? 'setup-node' : 'checkout';
  const installed = replaced(text, behind(action), `$1      - run: ${INSTALL}\n`);
  return installed
    .replaceAll('node scripts/bootstrap.mjs', 'npx --no-install open-office')
    .replaceAll('node scripts/gate-post.ts', 'npx --no-install open-office gate-post')
    .replaceAll(/docs\/(?=(?:gate|signing)\.md)/g, 'node_modules/open-office/docs/');
}

/** GitLab's gate stands in a project of its own and clones the content's. */
function gateForGitLab(): string {
  const text = replaced(
    own('docs/examples/gate.gitlab-ci.yml'),
    /( +- git clone .* site\n)/g,
    `$1    - npm --prefix site ${INSTALL.replace('npm ', '')}\n`,
  );
  const quiet = replaced(
    text,
    /bash site\/(\.ci\/as-token bash )?(?:site\/)?\.ci\/quiet node site\/scripts\/bootstrap\.mjs/g,
    'env -C site bash $1.ci/quiet npx --no-install open-office',
  );
  return replaced(
    quiet,
    /node site\/scripts\/gate-post\.ts/g,
    'env -C site npx --no-install open-office gate-post',
  );
}

/** GitLab's pages and the cleaning of the data branch stand beside the gate: the content names one file for all. */
function jobsForGitLab(): string {
  const pages = replaced(
    own('docs/examples/publish.gitlab-ci.yml'),
    /( +- export BASE_PATH=)/g,
    `    - ${INSTALL}\n$1`,
  );
  const staged = replaced(pages, /^pages:\n/gm, 'pages:\n  stage: publish\n');
  return replaced(staged, /( +)SITE_URL: /g, '$1GIT_STRATEGY: fetch\n$1SITE_URL: ');
}

const CLEAN_FOR_GITLAB = `
# 每天清理数据分支：只留还没过去的，不留历史
clean:
  stage: write
  environment: { name: gate, action: prepare }
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    - rm -rf site
    - git clone --quiet --depth 1 --branch "$CI_DEFAULT_BRANCH" "$CI_REPOSITORY_URL" site
    - npm --prefix site ci --ignore-scripts --no-audit --no-fund
    - TOKEN="$GATE_TOKEN" env -C site bash .ci/as-token bash .ci/quiet npx --no-install open-office whereabouts
      --clean --remote "$CI_PROJECT_URL.git"
`;

/** All of GitLab's pipelines in one file: of proposals, of what is merged, of every day. */
function allForGitLab(): string {
  const when = replaced(
    gateForGitLab(),
    /( +)- if: \$CI_PIPELINE_SOURCE == "merge_request_event"\n/g,
    '$&$1- if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n',
  );
  const gate = replaced(when, /stages: \[gate, report, write\]/g, 'stages: [gate, report, write, publish]');
  return `${gate}${CLEAN_FOR_GITLAB}\n${jobsForGitLab()}`;
}

const HELPERS = ['.ci/as-token', '.ci/quiet', '.ci/open-proposals.mjs', '.ci/rizhi'];

/** Where whereabouts go that are pushed: the site that publishing shows. */
const shown = (text: string) => replaced(text, /\/var\/www\/sfs/g, '/srv/open-office/current');

/** The files of the pipelines by path; Gitee runs none of them for free, there the gate is run by hand. */
export function workflowsFor(home: Home): Map<string, string> {
  if (home === 'none' || home === 'gitee') return new Map();
  const helpers = HELPERS.map((path) => [path, own(path)] as const);
  if (home === 'gitlab') return new Map([...helpers, ['gate/gate.yml', allForGitLab()]]);
  const gate = home === 'github' ? '.github/workflows/gate.yml' : '.forgejo/workflows/gate.yml';
  const kind = home === 'github' ? 'github-pages' : 'forgejo';
  const whereabouts = forActions(`docs/examples/whereabouts.${kind}.yml`);
  return new Map([
    ...helpers,
    [`.${home}/workflows/gate.yml`, forActions(gate)],
    [`.${home}/workflows/publish.yml`, forActions(`docs/examples/publish.${kind}.yml`)],
    [`.${home}/workflows/whereabouts.yml`, home === 'github' ? whereabouts : shown(whereabouts)],
  ]);
}
