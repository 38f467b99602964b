/** What nobody may propose, whoever they are: links, programs among the content, names that play tricks. */
import { hasInvisible } from '../domain/text.ts';
import { isSafePath, MAX_FILE_BYTES } from './objects.ts';
import type { Change } from './proposal.ts';

/** Endings of files that run, or that a browser would run. */
const RUNS =
  /\.(?:astro|vue|svelte|[cm]?[jt]sx?|html?|xhtml|svg|css|wasm|sh|bash|bat|cmd|ps1|vbs|py|rb|pl|php|jar|exe|dll|so|scr|lnk|msi)$/i;

/** Guides and pages may place the site's components; the check parses them and refuses everything else (docs/gate.md). */
const MAINTAINERS_MDX = /(?:^|\/)(?:services|pages)\/[^/]+\.mdx$/;

/** Names of content are plain: anything else is a slip or a trick. */
const PLAIN_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}._ ()（）-]*$/u;

export interface Refusal {
  readonly path: string;
  /** What is wrong and what to do, in Chinese. */
  readonly message: string;
}

function ofMode(mode: string | undefined, inContent: boolean): string | undefined {
  if (mode === '120000') return '这是一个链接（符号链接），会指到别的文件；把文件本身放在这里';
  if (mode === '160000') return '这是一个子模块，会带进别的仓库；删除它';
  if (mode === '100755' && inContent) return '这个文件标成了可执行的；去掉可执行标记';
  return undefined;
}

function ofName(path: string, inContent: boolean): string | undefined {
  if (!isSafePath(path) || /[\t\n\r\uFFFD]/.test(path) || hasInvisible(path))
    return '名称里有不能使用的字符，或者会指到别处；改名';
  if (!inContent) return undefined;
  if (RUNS.test(path)) return '内容里不能放会运行的文件（网页、脚本、样式）；删除它，文章用 .md';
  if (
    /\.mdx$/i.test(path) &&
    (!MAINTAINERS_MDX.test(path) || /(?:^|\/)(?:offices|counties|samples)\//.test(path))
  )
    return 'MDX 只能放在 services/ 和 pages/ 里，由网站维护人员写；别处的文章用 .md';
  if (!path.split('/').every((part) => PLAIN_NAME.test(part)))
    return '名称里有不能使用的字符；只用小写拼音字母、数字和连字符';
  return undefined;
}

const ofSize = (size = 0) =>
  size > MAX_FILE_BYTES ? `文件有 ${Math.ceil(size / 1024 / 1024)} MB，太大；附件最大 20 MB` : undefined;

/** The reason to refuse what a change brings; a deletion brings nothing. `inContent` tells where it stands. */
export function refusalOf({ status, path, mode, size }: Change, inContent: boolean): Refusal | undefined {
  if (status === 'deleted') return undefined;
  const message = ofMode(mode, inContent) ?? ofName(path, inContent) ?? ofSize(size);
  return message === undefined ? undefined : { path, message };
}
