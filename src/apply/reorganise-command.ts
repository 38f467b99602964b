import { buildInstant } from '../build/settings.ts';
import { earlyClosing } from '../catalogue/rules/dates.ts';
import { asTyped, Failure, folders, UsageError, WHEREABOUTS_HELP, type Command } from '../command/command.ts';
import { bytesNamed, dayOf, flags, texts } from '../command/options.ts';
import { requireFolders } from '../command/folders.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { differences, type Files } from '../editing/files.ts';
import { decodeList } from '../places/read-list.ts';
import { closeOffices, type Closing } from '../reorganise/close.ts';
import { readCodes, type Recoding } from '../reorganise/codes.ts';
import { renameCounty } from '../reorganise/counties.ts';
import { moveTownship } from '../reorganise/move.ts';
import { Refusal, type Outcome } from '../reorganise/plan.ts';
import { joinTownships, renameTownship } from '../reorganise/townships.ts';
import { filesIn, refuseNewErrors, requireUnderstood, tellChanges, writeChanges } from './content-files.ts';

const HELP = `用法：npm run reorganise -- <做什么> … [选项]

机构和区划调整：一条命令把各处都改全，办完内容检查照样通过；先显示要改什么，确认后加 --write 再运行一次。
有一处不对就一个文件也不写。网址不跟着名称改；司法所换了县的，旧网址自动跳到新网址。

  close <县>/<所> --text <说明> --since <日期> --source <依据>
      关闭一个所，它服务的村已经由别的所服务。人员、去向、照片、电话、办公时间去掉，公告和月度数据留着
  merge <县>/<所>… --into <县>/<所> --since <日期> --source <依据>
      把几个所并入另一个：关闭的页面指向它，服务的村、片区都由它接着
  rename-township <县>/<乡镇> --name <新名> [--code <新的9位代码>]
      乡镇、街道改名（乡改镇、撤镇设街道）：旧名照样查得到，司法所跟着改名
  join-townships <县>/<乡镇>… --into <县>/<乡镇>
      几个乡镇并入另一个：村过去，旧名照样查得到；司法所合并另用 merge
  move-township <县>/<乡镇> --to <县> --code <新的9位代码> [--slug <网址名>]
      乡镇连同它的司法所划归另一个县
  rename-county <县> --name <新名> --short <简称> [--code <新的6位代码>]
      县改名（撤县设区）：司法局、司法所跟着改名，旧名照样查得到

  --since <日期>         从哪天起，例如 2026-12-01
  --source <依据>        文号或谁提供的，例如 "乐司发〔2026〕3号"
  --text <说明>          给群众看的一句话
  --codes <文件>         代码变了：“旧代码,新代码”一行一个（CSV），照民政、统计部门公布的写
  --keep-endings         确认过村、社区代码后三位（改县的，乡镇也是）都没有变，不用写 --codes
  --write                写入；不写就只显示
${WHEREABOUTS_HELP}
  --content <文件夹>     内容，默认 content/
  --help                 显示本说明

<乡镇> 是 divisions/<县>.json 里的网址名 slug，例如 qianwei/luocheng。
退出码：0 没有错误，1 有错误（什么都没有写），2 用法不对。`;

const OPTIONS = {
  ...texts(
    'into',
    'to',
    'name',
    'short',
    'code',
    'slug',
    'since',
    'source',
    'text',
    'codes',
    'whereabouts',
    'content',
  ),
  ...flags('keep-endings', 'write'),
} as const;

type Text = { readonly [K in keyof typeof OPTIONS]?: string | undefined };
type Values = Omit<Text, 'keep-endings' | 'write'> & {
  readonly 'keep-endings'?: boolean | undefined;
  readonly write?: boolean | undefined;
};
type Verb = (files: Files, words: readonly string[], values: Values) => Outcome;

/** An option that this cannot do without. */
function needed(
  values: Values,
  option: 'into' | 'to' | 'name' | 'short' | 'code' | 'since' | 'source',
): string {
  const text = values[option];
  if (text === undefined) throw new UsageError(`还要写 --${option}`);
  return text;
}

/** The one word that a verb is about. */
function only(words: readonly string[]): string {
  const [word, more] = words;
  if (word === undefined) throw new UsageError('请写是哪一个，例如 qianwei/luocheng');
  if (more !== undefined) throw new UsageError(`一次只办一个，多了：${more}`);
  return word;
}

function recodingOf(values: Values): Recoding {
  const file = values.codes;
  const keepEndings = values['keep-endings'] ?? false;
  return {
    table: file === undefined ? new Map() : readCodes(decodeList(bytesNamed(file)).text),
    keepEndings,
  };
}

const closing = (values: Values): Omit<Closing, 'offices'> => ({
  since: dayOf('since', needed(values, 'since')),
  source: needed(values, 'source'),
  text: values.text,
});

const VERBS: Readonly<Record<string, Verb>> = {
  close: (files, words, values) => closeOffices(files, { ...closing(values), offices: [only(words)] }),
  merge: (files, words, values) =>
    closeOffices(files, { ...closing(values), offices: words, into: needed(values, 'into') }),
  'rename-township': (files, words, values) =>
    renameTownship(files, {
      township: only(words),
      name: needed(values, 'name'),
      code: values.code,
      recoding: recodingOf(values),
    }),
  'join-townships': (files, words, values) =>
    joinTownships(files, { townships: words, into: needed(values, 'into'), recoding: recodingOf(values) }),
  'move-township': (files, words, values) =>
    moveTownship(files, {
      township: only(words),
      to: needed(values, 'to'),
      code: needed(values, 'code'),
      slug: values.slug,
      recoding: recodingOf(values),
    }),
  'rename-county': (files, words, values) =>
    renameCounty(files, {
      county: only(words),
      name: needed(values, 'name'),
      shortName: needed(values, 'short'),
      code: values.code,
      recoding: recodingOf(values),
    }),
};

function outcomeOf(files: Files, verb: Verb, words: readonly string[], values: Values): Outcome {
  try {
    return verb(files, words, values);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Failure(`办不了，什么都没有写：\n${error.reasons.map((reason) => `  ${reason}`).join('\n')}`);
  }
}

export const reorganiseCommand: Command<typeof OPTIONS> = {
  help: HELP,
  words: 100,
  options: OPTIONS,
  run: async (values, [name = '', ...words]) => {
    const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
    if (!verb)
      throw new UsageError(`请写做什么：${Object.keys(VERBS).join('、')}${name && `；没有“${name}”`}`);
    const from = folders(values);
    requireFolders(from);
    const today = dateInShanghai(buildInstant(process.env));
    const before = filesIn(from);
    requireUnderstood(before, from);
    const { files, notes } = outcomeOf(before, verb, words, values);
    const changes = differences(before, files);
    console.log(tellChanges(changes, before));
    refuseNewErrors(from, changes, today);
    const early = earlyClosing(values.since, today);
    const toSee = [...notes, ...(early ? [`${early.message}。${early.remedy}`] : [])];
    if (toSee.length > 0) console.log(`\n要请人看的：\n${toSee.map((note) => `  · ${note}`).join('\n')}`);
    if (!values.write) {
      console.log(`\n这是预演，改 ${changes.length} 个文件，一个也没有写。确认后加 --write 再运行一次。`);
      return 0;
    }
    writeChanges(from, changes);
    console.log(`\n已写入 ${asTyped(from.content)} 的 ${changes.length} 个文件，内容检查没有新的错误。`);
    return 0;
  },
};
