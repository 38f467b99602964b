import { resolve } from 'node:path';
import { folders, main, ROOT, UsageError } from '../src/command/command.ts';
import { flags, oneOf, readNamed, texts } from '../src/command/options.ts';
import { assess, type GateRequest } from '../src/gate/assess.ts';
import { formatGate, GATE_FORMATS } from '../src/gate/report.ts';
import { saveReport } from '../src/gate/save.ts';
import { buildInstant, CALLER } from '../src/build/settings.ts';

interface Values {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  readonly account?: readonly string[] | undefined;
  readonly repository?: string | undefined;
  readonly content?: string | undefined;
  readonly whereabouts?: boolean | undefined;
  readonly branch?: string | undefined;
  readonly open?: string | undefined;
  readonly 'text-file'?: string | undefined;
}

/** Where the content stands: a path of the repository, or for a branch of whereabouts the folder with the rest. */
function placeOf({ content, whereabouts }: Values) {
  if (whereabouts) return { prefix: '', rest: folders({ content }).content };
  const prefix = (content ?? 'content').replace(/^\.?\/+|^\.$|\/+$/g, '');
  if (prefix.split('/').includes('..')) throw new UsageError(`--content 应为仓库里的路径：${content}`);
  return { prefix };
}

function requestOf(values: Values): GateRequest {
  const { base, account: accounts = [], branch, open } = values;
  if (!base) throw new UsageError('要写合并到哪个版本，例如 --base origin/main');
  if (accounts.length === 0)
    throw new UsageError('要写提交人在代码平台上的账号，例如 --account luocheng-sfs');
  const file = values['text-file'];
  return {
    repository: resolve(values.repository ?? ROOT),
    base,
    head: values.head ?? 'HEAD',
    place: placeOf(values),
    accounts,
    branch,
    open,
    text: file === undefined ? undefined : readNamed(file),
    now: buildInstant(CALLER),
  };
}

await main({
  help: `用法：npm run gate -- --base <版本> [--head <版本>] --account <账号> [--repository <文件夹>]
                     [--format text|markdown|github|json] [--whereabouts]
                     [--open <引用>] [--branch <名称>] [--text-file <文件>] [--out <文件夹> [--preview]]

合并一份修改之前的检查：内容有没有新问题，改的是不是自己的文件，有没有不能提交的文件，有没有个人信息，
对公开情况有什么影响；结论是不能合并、请审核、还是（只改了去向的）可以自动写进数据分支。
只从 git 里把修改当数据读，不运行里面的任何东西；规矩和账号都以合并前的版本为准。

  --base <版本>          要合并到的版本，例如 origin/main
  --head <版本>          修改的版本，默认 HEAD
  --account <账号>       提交人在代码平台上的账号；推送的人不是他本人的，两个都写，两个都要有权改
  --repository <文件夹>  修改所在的 git 仓库（可以是裸仓库），默认本程序所在的仓库
  --content <路径>       内容在那个仓库里的路径，默认 content；整个仓库都是内容的写 .
  --whereabouts          这是去向分支上的修改：仓库里只有 offices/<县>/<所>/whereabouts.json，
                         其余内容在 --content 指的本机文件夹，默认 content/
  --open <引用>          别的没有合并的修改取到了这个引用下面（refs/gate/open），看有没有改同一项
  --branch <名称>        也看分支名里有没有个人信息
  --text-file <文件>     也看标题和说明（写在这个文件里）里有没有个人信息
  --format <格式>        text（默认，给人看）、markdown（评论）、github（标注）、json（给程序用）
  --out <文件夹>         另外写下 report.md、report.json 和 verdict（fail、pass、merge 之一）
  --preview              同时在 --out 里生成有变化的页面，改前改后各一份，首页是 preview/index.html
  --help                 显示本说明

退出码：0 可以合并（可能还要人审核），1 不能合并，2 用法不对。`,
  options: {
    account: { type: 'string', multiple: true },
    ...texts('base', 'head', 'repository', 'content', 'open', 'branch', 'text-file', 'format', 'out'),
    ...flags('whereabouts', 'preview'),
  },
  run: async (values) => {
    const format = oneOf('format', GATE_FORMATS, values.format ?? 'text');
    const [request, out] = [requestOf(values), values.out];
    if (values.preview && out === undefined) throw new UsageError('--preview 要和 --out 一起用');
    if (format === 'text') console.error('检查这份修改 ……\n');
    const report = await (out === undefined
      ? assess(request)
      : saveReport(request, resolve(out), values.preview === true));
    console.log(formatGate(format, report, request.place.prefix));
    return report.verdict === 'fail' ? 1 : 0;
  },
});
