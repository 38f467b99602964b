import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { filesIn, nationalFiles } from '../apply/content-files.ts';
import {
  asTyped,
  folders,
  INSTALLED,
  ROOT,
  UsageError,
  WHEREABOUTS_HELP,
  type Command,
} from '../command/command.ts';
import { texts } from '../command/options.ts';
import { inOwn, requireFolder, requireFolders } from '../command/folders.ts';
import { printProblems } from '../command/report.ts';
import { withWorkspace } from '../command/workspace.ts';
import { loadContent } from '../catalogue/load.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { isError } from '../domain/problems.ts';
import { differences } from '../editing/files.ts';
import { build, pagesOf } from '../gate/preview.ts';
import { migrate } from '../migrate/migrate.ts';
import { lackingIn } from '../scaffold/project/files.ts';
import { PROGRAM_VERSION, readRelease, type Release } from './about.ts';
import { alikeChanges, comparePages, type ChangedWords, type ReleaseComparison } from './compare.ts';
import { addressAt } from './released.ts';

const HELP = `用法：npm run upgrade -- --site <文件夹> [选项]

换新版程序以前，看读者看到的会变什么：用这个程序、同一个日子把内容再生成一遍（旧写法的内容先在副本里迁移），
同原来生成的网站逐页对照文字。只看，内容和网站都不动。较早建的仓库里缺的命令和 git 设置，也列出来。

  --site <文件夹>     原来的程序生成的网站
  --report <文件>     把全部不同写进这个文件；屏幕上只列前面的
  --content <文件夹>  内容，默认 content/
${WHEREABOUTS_HELP}
  --help              显示本说明

退出码：0 对照完了，1 内容有错误或者有网址不见了，2 用法不对。`;

const OPTIONS = texts('site', 'report', 'content', 'whereabouts');

/** A copy of the content as this program reads it. */
function copied(content: string, folder: string): string {
  const copy = join(folder, 'content');
  cpSync(content, copy, { recursive: true });
  const before = filesIn({ content });
  for (const { path, after } of differences(before, migrate(before, nationalFiles(before)).files)) {
    const file = join(copy, path);
    if (after === undefined) {
      rmSync(file);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, after);
  }
  return copy;
}

const words = ({ gone, come }: ChangedWords): string[] => [
  ...gone.map((line) => `    - ${line}`),
  ...come.map((line) => `    + ${line}`),
];

/** Some lines, and how many more there are. */
const few = (lines: readonly string[], most: number): string[] =>
  lines.length <= most ? [...lines] : [...lines.slice(0, most), `    ……还有 ${lines.length - most} 行`];

function group(pages: readonly ChangedWords[], most: number): string[] {
  const [first] = pages;
  if (!first) return [];
  const paths = pages.map(({ path }) => addressAt(path));
  const named = paths.slice(0, 3).join('  ');
  return [`  ${named}${paths.length > 3 ? ` 等 ${paths.length} 页` : ''}`, ...few(words(first), most)];
}

/** What changes for readers; `most` lines of each, `pages` groups of pages. */
function told({ gone, come, changed, same }: ReleaseComparison, most: number, pages: number): string {
  const groups = alikeChanges(changed);
  const list = (title: string, paths: readonly string[]) =>
    paths.length > 0
      ? [
          `${title}（${paths.length}）：`,
          ...few(
            paths.map((path) => `  ${addressAt(path)}`),
            most * 3,
          ),
        ]
      : [];
  return [
    `文字没有变的 ${same} 页，变了的 ${changed.length} 页，新的 ${come.length} 页，不见了的 ${gone.length} 页。`,
    ...list('不见了的网址', gone),
    ...list('新的网址', come),
    ...(groups.length > 0 ? [`变了的（一样的变化放在一起，- 是原来的，+ 是新的）：`] : []),
    ...groups.slice(0, pages).flatMap((one) => group(one, most)),
    ...(groups.length > pages ? [`  ……还有 ${groups.length - pages} 种变化，用 --report 写进文件看`] : []),
  ].join('\n');
}

/** Compares the site as it is with what this program makes of the content; undefined where the content has errors. */
async function compare(
  site: string,
  from: { readonly content: string; readonly whereabouts?: string | undefined },
  release: Release,
): Promise<ReleaseComparison | undefined> {
  return withWorkspace(async (workspace) => {
    const content = copied(from.content, workspace);
    const now = new Date(release.builtFor);
    const { whereabouts } = from;
    const { problems } = loadContent(content, { today: dateInShanghai(now), whereabouts });
    if (problems.some(isError)) {
      const own = inOwn(problems.filter(isError), { content, whereabouts, copyOf: from });
      printProblems(own, asTyped(from.content));
      return undefined;
    }
    const out = join(workspace, 'site');
    const place = { prefix: '', ...(whereabouts !== undefined && { rest: content }) };
    console.error(`用 ${PROGRAM_VERSION} 版程序生成 ……`);
    const apart = { place, now, base: release.base, history: from.content };
    await build({ content, folder: whereabouts ?? content }, out, apart);
    return comparePages(pagesOf(site), pagesOf(out));
  });
}

/** What the repository of a city lacks that an earlier version made. */
function additions(): string {
  if (!INSTALLED) return '';
  const lacking = lackingIn(ROOT).flatMap(({ file, lines }) => [
    `  ${file}${file === 'package.json' ? '（scripts 里）' : ''}`,
    ...lines.map((line) => `    ${line}`),
  ]);
  return lacking.length > 0
    ? ['', '这个仓库是较早的程序建的，现在新建的还有下面这些，照样补上：', ...lacking].join('\n')
    : '';
}

export const upgradeCommand: Command<typeof OPTIONS> = {
  help: HELP,
  options: OPTIONS,
  run: async (values) => {
    if (values.site === undefined) throw new UsageError('请写原来生成的网站：--site <文件夹>');
    const site = resolve(values.site);
    requireFolder(site);
    const from = folders(values);
    requireFolders(from);
    const release = readRelease(site);
    const comparison = await compare(site, from, release);
    if (!comparison) return 1;
    console.log(`${release.program ?? '更早的'} 版程序 → ${PROGRAM_VERSION} 版程序\n`);
    console.log(told(comparison, 6, 20) + additions());
    if (values.report !== undefined) {
      writeFileSync(values.report, `${told(comparison, Infinity, Infinity)}\n`);
      console.log(`\n全部不同写在 ${values.report}。`);
    }
    return comparison.gone.length > 0 ? 1 : 0;
  },
};
