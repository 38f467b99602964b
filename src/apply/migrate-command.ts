import { buildInstant } from '../build/settings.ts';
import { asTyped, Failure, folders, toType, type Command } from '../command/command.ts';
import { flags, texts } from '../command/options.ts';
import { requireFolders } from '../command/folders.ts';
import { printProblems } from '../command/report.ts';
import { CONTENT_VERSION } from '../domain/content-version.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { isError } from '../domain/problems.ts';
import { differences, type FileChange, type Files } from '../editing/files.ts';
import { problemsWith } from '../gate/working-copy.ts';
import { migrate, versionIn } from '../migrate/migrate.ts';
import { filesIn, nationalFiles, writeChanges } from './content-files.ts';
import { forgetBefore, keepBefore, wayBack } from './undo.ts';

const HELP = `用法：npm run migrate [-- --write | --undo] [--content <文件夹>]

换了新版程序以后，把内容改成它认得的写法。先显示要改什么，确认后加 --write 再运行一次；
改完以后内容检查通不过，就一个文件也不写。

  --write             写入；不写就只显示
  --undo              撤回上一次：每个文件一个字节不差地退回去（迁移以后又改过的，不退）
  --content <文件夹>  内容，默认 content/
  --help              显示本说明

退出码：0 不用改或者改好了，1 有问题（什么都没有写），2 用法不对。`;

const OPTIONS = {
  ...texts('content'),
  ...flags('write', 'undo'),
} as const;

/** The files that change, by what becomes of them; one under another ending has another name. */
function listed(changes: readonly FileChange[], before: Files): string {
  const bare = (path: string) => path.replace(/\.mdx?$/, '');
  const gone = changes.flatMap(({ path, after }) => (after === undefined ? [path] : []));
  const renamed = new Map(
    changes.flatMap(({ path, after }) => {
      const from = after !== undefined && !before.has(path) && gone.find((one) => bare(one) === bare(path));
      return from ? [[from, path] as const] : [];
    }),
  );
  const named = new Set([...renamed].flat());
  const of = (title: string, paths: readonly string[]) =>
    paths.length > 0 ? [`${title}（${paths.length}）：`, ...paths.map((path) => `  ${path}`)] : [];
  const others = changes.filter(({ path }) => !named.has(path));
  const pathsOf = (is: (change: FileChange) => boolean) => others.filter(is).map(({ path }) => path);
  return [
    ...of(
      '修改',
      pathsOf(({ path, after }) => after !== undefined && before.has(path)),
    ),
    ...of(
      '改名并修改',
      [...renamed].map(([from, to]) => `${from} → ${to}`),
    ),
    ...of(
      '新建',
      pathsOf(({ path, after }) => after !== undefined && !before.has(path)),
    ),
    ...of(
      '删除',
      pathsOf(({ after }) => after === undefined),
    ),
  ].join('\n');
}

function undo(content: string): number {
  const before = filesIn({ content });
  const { changes, to } = wayBack(content, before);
  writeChanges({ content }, changes);
  forgetBefore(content);
  console.log(`已经撤回：${asTyped(content)} 的 ${changes.length} 个文件退回第 ${to} 版的写法。`);
  return 0;
}

/** Refuses content that this program is too old for, or whose version cannot be told. */
function versionOf(files: Files, content: string): number {
  const from = versionIn(files);
  if (from === undefined)
    throw new Failure(`看不懂 site.json 或者里面的 contentVersion，先运行 ${toType('check', { content })}。`);
  if (from > CONTENT_VERSION)
    throw new Failure(
      `内容是第 ${from} 版的写法，这个程序只认得到第 ${CONTENT_VERSION} 版，请换用更新的程序。`,
    );
  return from;
}

function forward(content: string, write: boolean): number {
  const before = filesIn({ content });
  const from = versionOf(before, content);
  if (from === CONTENT_VERSION) {
    console.log(`${asTyped(content)} 已经是第 ${CONTENT_VERSION} 版的写法，不用改。`);
    return 0;
  }
  const { files, says, notes } = migrate(before, nationalFiles(before));
  const changes = differences(before, files);
  console.log(
    `第 ${from} 版 → 第 ${CONTENT_VERSION} 版：\n${says.map((line) => `  · ${line}`).join('\n')}\n`,
  );
  console.log(listed(changes, before));
  if (notes.length > 0) console.log(`\n要请人看的：\n${notes.map((note) => `  · ${note}`).join('\n')}`);
  const today = dateInShanghai(buildInstant(process.env));
  const errors = problemsWith({ content }, changes, today).filter(isError);
  if (errors.length > 0) {
    console.error('\n改完以后内容检查通不过，什么都没有写。先在原来的内容里改好下面这些：\n');
    printProblems(errors, asTyped(content));
    return 1;
  }
  if (!write) {
    console.log(`\n这是预演，改 ${changes.length} 个文件，改完没有错误。确认后加 --write 再运行一次。`);
    return 0;
  }
  keepBefore(content, changes, before, { from, to: CONTENT_VERSION });
  writeChanges({ content }, changes);
  console.log(
    `\n已改好 ${changes.length} 个文件，没有错误。要退回去：${toType('migrate', { content }, '--undo')}`,
  );
  return 0;
}

export const migrateCommand: Command<typeof OPTIONS> = {
  help: HELP,
  options: OPTIONS,
  run: async (values) => {
    const { content } = folders(values);
    requireFolders({ content });
    return values.undo ? undo(content) : forward(content, values.write ?? false);
  },
};
