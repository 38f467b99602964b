/** What to type to take files, or words in files, out of a repository's history. Nothing is run: it cannot be undone. */
import { manualPage } from '../command/command.ts';
import { gitText } from '../command/git.ts';

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** Leaves out commits that become empty; never a first one: the branch of whereabouts has no other, and may hold none. */
const COMMIT_FILTER = quoted(
  'if test $# = 1; then git commit-tree "$1"; else git_commit_non_empty_tree "$@"; fi',
);

/** Built into git; slower than filter-repo, no installation. */
export const filterBranch = (files: readonly string[]): string =>
  `git filter-branch --force --index-filter ${quoted(`git rm -r -q --cached --ignore-unmatch -- ${files.map(quoted).join(' ')}`)} --commit-filter ${COMMIT_FILTER} --tag-name-filter cat -- --all`;

export const PURGE = [
  `git for-each-ref --format='delete %(refname)' refs/original | git update-ref --stdin`,
  'git reflog expire --expire=now --all',
  'git gc --prune=now --quiet',
] as const;

/** The commands for files that go whole and files in which words go; undefined outside a repository. */
export function historyCommands(
  content: string,
  deleted: readonly string[],
  changed: readonly string[],
): string | undefined {
  const prefix = gitText(content, 'rev-parse', '--show-prefix');
  if (prefix === undefined) return undefined;
  const paths = deleted.map((file) => prefix + file);
  const url =
    gitText(content, 'remote', 'get-url', 'origin') === undefined
      ? '<仓库地址>'
      : '"$(git remote get-url origin)"';
  const onlyFiles = changed.length > 0 ? '（只去得掉整个文件；文件里的字只能用做法一）' : '';
  const flags = paths.map((path) => `--path ${quoted(path)}`).join(' ');
  return [
    '# 先通知所有人停止推送；改写历史以后，旧的克隆都要作废重来。',
    ...[...deleted, ...changed]
      .slice(0, 3)
      .map((file) => `git log --all --oneline -- ${quoted(prefix + file)}   # 看它进了哪些提交`),
    `git clone --mirror ${url} lishi.git && cd lishi.git`,
    ...(paths.length
      ? [
          '# 做法一：git filter-repo（pip install git-filter-repo）',
          `git filter-repo --force --invert-paths ${flags}`,
        ]
      : []),
    ...(changed.length
      ? [
          '# 文件还在、只去掉里面的字：新建 tihuan.txt，每行写一条 原文==>（已撤下），用完删掉',
          `git filter-repo --force --replace-text ../tihuan.txt   # 涉及 ${changed.map((file) => prefix + file).join('、')}`,
        ]
      : []),
    ...(paths.length ? [`# 做法二：不装别的，用 git 自带的${onlyFiles}`, filterBranch(paths)] : []),
    ...PURGE,
    'git push --force --mirror   # 先在平台上暂时解除对 main 的保护，推完恢复',
    'cd .. && rm -rf lishi.git tihuan.txt   # 里面也有，用完删掉',
    `# 最后请平台管理员清理缓存：拉取请求、旧提交的网址、派生仓库（fork）里还有，见 ${manualPage('takedown')}`,
  ].join('\n');
}
