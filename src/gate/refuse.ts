/** What nobody may propose, whoever they are: links, programs among the content, names that play tricks. */
import { asAsset } from '../catalogue/assets.ts';
import { placeFile } from '../catalogue/file-kind.ts';
import { isLeftBehind } from '../catalogue/read-folder.ts';
import { hasInvisible } from '../domain/text.ts';
import { isSafePath, MAX_FILE_BYTES } from './objects.ts';
import type { ProposedFile } from './proposal.ts';

/** Endings of files that run, or that a browser would run. */
const RUNS =
  /\.(?:astro|vue|svelte|[cm]?[jt]sx?|html?|xhtml|svg|css|wasm|sh|bash|bat|cmd|ps1|vbs|py|rb|pl|php|jar|exe|dll|so|scr|lnk|msi)$/i;

/** Guides and pages may place the site's components; the check parses them and refuses everything else (docs/gate.md). */
const MAINTAINERS_MDX = /(?:^|\/)(?:services|pages)\/[^/]+\.mdx$/;

/** Names of content are plain: anything else is a slip or a trick. */
const PLAIN_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}._ ()（）-]*$/u;

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** An office's whereabouts, wherever a proposal to the main branch puts them. */
const WHEREABOUTS = /(?:^|\/)offices\/[^/]+\/[^/]+\/whereabouts\.json$/i;

/** What stands against a file: why it may not be brought, or why somebody must look at it. */
export interface Refusal {
  readonly path: string;
  /** What is wrong and what to do, in Chinese. */
  readonly message: string;
}

function ofMode(mode: string | undefined, isContent: boolean): string | undefined {
  if (mode === '120000') return '这是一个链接（符号链接），会指到别的文件；把文件本身放在这里';
  if (mode === '160000') return '这是一个子模块，会带进别的仓库；删除它';
  if (mode === '100755' && isContent) return '这个文件标成了可执行的；去掉可执行标记';
  return undefined;
}

function ofName(path: string, file: string | undefined): string | undefined {
  if (!isSafePath(path) || /[\t\n\r\uFFFD]/.test(path) || hasInvisible(path))
    return '名称里有不能使用的字符，或者会指到别处；改名';
  if (file === undefined) return undefined;
  if (RUNS.test(file)) return '内容里不能放会运行的文件（网页、脚本、样式）；删除它，文章用 .md';
  if (
    /\.mdx$/i.test(path) &&
    (!MAINTAINERS_MDX.test(path) || /(?:^|\/)(?:offices|counties|samples)\//.test(path))
  )
    return 'MDX 只能放在 services/ 和 pages/ 里，由网站维护人员写；别处的文章用 .md';
  const parts = file.split('/');
  if (!parts.every((part) => PLAIN_NAME.test(part)))
    return '名称里有不能使用的字符；只用小写拼音字母、数字和连字符';
  if (parts.some((part) => DEVICE.test(part))) return '这是 Windows 保留的名称，在那里打不开；改名';
  return undefined;
}

const isAsset = (file: string) => asAsset({ file, size: 0, read: () => new Uint8Array() }) !== undefined;

/** What the content has no place for; the content check passes over what desktops leave behind. */
function ofPlace(file: string | undefined): string | undefined {
  if (file === undefined || file === 'README.md') return undefined;
  if (isLeftBehind(file.split('/').at(-1) ?? '')) return '内容里用不着这个文件；删除它';
  if (isAsset(file)) return undefined;
  const isOffice = /^(?:offices|samples)\//.test(file);
  return isOffice && !placeFile(file).placed
    ? '司法所的文件夹里不能放这个文件；删除它，附件放在 files/ 里'
    : undefined;
}

const ofSize = (size = 0) =>
  size > MAX_FILE_BYTES
    ? `文件有 ${Math.ceil(size / 1024 / 1024)} MB，太大；附件最大 20 MB，压缩里面的图片，或分成几个文件`
    : undefined;

const TO_MAIN =
  '去向不能进主分支：Git 会永远记住每一天。关掉这份修改，改在填报页的“去向”里填，由它写进数据分支';

/** Where a file is proposed to. */
interface Target {
  /** Its path within the content; undefined outside. */
  readonly file: string | undefined;
  /** Whether that is the branch of whereabouts. */
  readonly isData: boolean;
}

/** The reason to refuse what a change brings; a deletion brings nothing. */
export function refusalOf(
  { status, path, mode, size }: ProposedFile,
  { file, isData }: Target,
): Refusal | undefined {
  if (status === 'deleted') return undefined;
  const message =
    ofMode(mode, file !== undefined) ??
    ofName(path, file) ??
    ofPlace(isData ? undefined : file) ??
    ofSize(size);
  return message === undefined ? undefined : { path, message };
}

/** Versions of whereabouts on their way to the main branch, those of commits that were taken back included. */
export const whereaboutsTo = (paths: readonly string[]): Refusal[] =>
  [...new Set(paths)].filter((path) => WHEREABOUTS.test(path)).map((path) => ({ path, message: TO_MAIN }));
