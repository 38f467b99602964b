/** Why git says no, in the words of whoever must put it right. */

const SAFE = 'git config --global --add safe.directory';

/** What git prints, by a part that stays the same over its versions, and what to do. */
const REASONS: readonly (readonly [said: RegExp, told: string])[] = [
  [
    /dubious ownership/,
    `这个文件夹是别的账号建的，git 不肯用。确认是自己单位的，运行一次 ${SAFE} "<仓库的文件夹>"`,
  ],
  [/index\.lock|another git process/i, '另一个 git 程序正在用，或者上次没有正常结束。过一会儿再试'],
  [
    /tell me who you are|empty ident|unable to auto-detect/i,
    '还没有写是谁提交的。运行一次 git config --global user.name "单位名称"，再运行一次 git config --global user.email "单位邮箱"',
  ],
  [
    /does not appear to be a git repository|no such remote|repository .*not found/i,
    '没有这个远端，或者地址不对。用 git remote -v 看看有哪些，用 --remote 写对',
  ],
  [
    /authentication failed|could not read (?:username|password)|permission denied|access denied/i,
    '账号、密码（令牌）不对，或者没有权限',
  ],
  [
    /could not resolve host|failed to connect|connection (?:timed out|refused)|unable to access/i,
    '连不上代码平台。看看网络，过一会儿再试',
  ],
  [
    /\[rejected\]|non-fast-forward|protected branch|pre-receive/i,
    '代码平台没有收下：远端有更新的内容，或者不许推送到这个分支',
  ],
];

/** The reason in Chinese; undefined for what is seldom said. */
export const reasonIn = (said: string): string | undefined => REASONS.find(([one]) => one.test(said))?.[1];
