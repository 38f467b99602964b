/** The command line of every script: Chinese help, exit code 0 done, 1 problems found, 2 wrong usage. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suggest } from '../catalogue/suggest.ts';
import { told } from './told.ts';

export { Failure } from './told.ts';

/** The folder of the program. */
export const PROGRAM = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Whether the program is a package in somebody's project, not a project itself. */
export const INSTALLED = /[\\/]node_modules[\\/]/.test(PROGRAM);

/** The project around a folder: the nearest above it of a city (with a configuration of Astro's) or a region; else itself. */
function projectAround(folder: string): string {
  if (['astro.config.mjs', 'region.json'].some((name) => existsSync(join(folder, name)))) return folder;
  const above = dirname(folder);
  return above === folder ? process.cwd() : projectAround(above);
}

/** The folder of the project that is worked on: content, built site, what is kept between builds. */
export const ROOT = INSTALLED ? projectAround(process.cwd()) : PROGRAM;

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>['values'];

export interface Command<O extends Options> {
  /** What `--help` prints. */
  readonly help: string;
  readonly options: O;
  /** How many words may follow beside the options; none by default. */
  readonly words?: number;
  /** Hands all arguments on as words, for a tool that reads them itself. */
  readonly passOn?: boolean;
  /** Returns the exit code; it may also return while something (a server) keeps the process alive. */
  readonly run: (values: Values<O>, words: readonly string[]) => Promise<number | undefined>;
}

/** A mistake in how a command was called. */
export class UsageError extends Error {}

/** Settings of npm's own, which may come from its files, under the names of options of ours. */
const SETTINGS_OF_NPM = ['cache', 'force', 'json', 'key', 'yes'];

/** Refuses what npm kept for itself, because no `--` stood before it: nothing is done half of what was asked for. */
function refuseKeptByNpm(options: Options, given: object): void {
  const kept = Object.keys(options).filter(
    (name) =>
      !(name in given) &&
      !SETTINGS_OF_NPM.includes(name) &&
      process.env[`npm_config_${name.replaceAll('-', '_')}`],
  );
  if (kept.length === 0) return;
  const lost = kept.map((name) => `--${name}`).join('、');
  throw new UsageError(
    `${lost} 被 npm 拿走了，没有传到命令，什么也没有做。选项前面要先写一个 --，例如：npm run check -- --content content`,
  );
}

/** What is wrong with how options were written, in Chinese. */
function usageMessage(code: string, option: string, options: Options): string | undefined {
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `选项 ${option} 的写法不对（缺少或多了一个值）`;
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return undefined;
  const meant = suggest(option, Object.keys(options));
  return `没有 ${option} 这个选项${meant === undefined ? '' : `，是不是想写 --${meant}`}`;
}

function parse<O extends Options>(command: Command<O>, args: string[]) {
  try {
    const parsed = parseArgs({ args, options: command.options, allowPositionals: true });
    refuseKeptByNpm(command.options, parsed.values);
    const extra = parsed.positionals[command.words ?? 0];
    const hint = /^[—–－]/.test(extra ?? '') ? '。选项前面是两个英文减号 --，不是破折号' : '';
    if (extra !== undefined) throw new UsageError(`多余的参数：${extra}${hint}`);
    return parsed;
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) throw error;
    const code = 'code' in error ? String(error.code) : '';
    const option = /'(--?[\w-]+)/.exec(error.message)?.[1] ?? '';
    throw new UsageError(usageMessage(code, option, command.options) ?? error.message);
  }
}

function report(error: unknown, help: string): number {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${help}`);
    return 2;
  }
  console.error(told(error));
  return 1;
}

/** Runs a script's command with the arguments of the process. */
export async function main<O extends Options>(command: Command<O>): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(command.help);
  try {
    const { values, positionals } = command.passOn ? { values: {}, positionals: args } : parse(command, args);
    const code = await command.run(values as Values<O>, positionals);
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    process.exitCode = report(error, command.help);
  }
}

const FOLDERS = ['content', 'whereabouts', 'out'] as const;

/** Folders as they were given; one that was not is the usual one. */
export type FolderOptions = { readonly [F in (typeof FOLDERS)[number]]?: string | undefined };

/** The folders that commands take, as absolute paths. Without one of their own, whereabouts are in the content. */
export function folders(values: FolderOptions) {
  return {
    content: resolve(values.content ?? `${ROOT}/content`),
    out: resolve(values.out ?? `${ROOT}/dist`),
    ...(values.whereabouts !== undefined && { whereabouts: resolve(values.whereabouts) }),
  };
}

/** The part of a command's help that tells of the folder of whereabouts. */
export const WHEREABOUTS_HELP = `  --whereabouts <文件夹>  去向（offices/<县>/<所>/whereabouts.json）从这里读，默认在内容里`;

/** A path as a person at this prompt would write it. */
export function asTyped(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path.startsWith('..') ? folder : path || '.';
}

const inQuotes = (word: string) => (word.includes(' ') ? `"${word}"` : word);

/** Where a page of the manual lies: with the program, wherever that is. */
export const manualPage = (name: string): string => asTyped(join(PROGRAM, 'docs', `${name}.md`));

/** A command to be typed next, of the same folders (those that it takes): each is named unless it is the usual one. */
export function toType(command: string, of: FolderOptions, ...options: readonly string[]): string {
  const [given, usual] = [folders(of), folders({})] as readonly FolderOptions[];
  const own = FOLDERS.flatMap((name) => {
    const folder = given?.[name];
    return folder === undefined || folder === usual?.[name] ? [] : [`--${name}`, asTyped(folder)];
  });
  const words = [...options, ...own].map(inQuotes);
  return [`npm run ${command}`, ...(words.length > 0 ? ['--', ...words] : [])].join(' ');
}

/** A port number from the command line, or undefined when none was given. */
export function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new UsageError(`端口应为 0 到 65535 的数字：${text}`);
  return port;
}
