/** Which files are looked at, and what is said of them. */
import { inShanghai } from '../domain/open-words.ts';
import { type FileList, isSigned } from '../release/log/list.ts';
import type { JudgedFile } from './judge.ts';
import { type Log, VERDICTS, type VerifyVerdict } from './open-log.ts';
import type { SiteSource } from './source.ts';

/** How many files of a published site are looked at without being named. */
export const SAMPLE = 20;
const SHOWN = 20;

/** The file at an address as a person writes it: whole, with the site's path, or without. */
export function nameAt(page: string, bases: readonly string[]): string {
  const path = decodeURI(URL.canParse(page) ? new URL(page).pathname : page.replace(/[?#].*$/, ''));
  const base = bases.find((one) => one !== '/' && path.startsWith(one)) ?? '/';
  const name = path.startsWith('/') ? path.slice(base.length) : path;
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}

/** The file that a person means: a page's address may be written without its last slash, as servers lead on. */
function fileMeant(name: string, { rows }: FileList): string {
  const isFile = !isSigned(name) || /\.[^/]*$/.test(name) || rows.some(({ file }) => file?.name === name);
  return isFile ? name : `${name}/index.html`;
}

interface Wanted {
  readonly pages: readonly string[];
  readonly all: boolean;
  readonly bases: readonly string[];
  readonly moved: ReadonlySet<string>;
}

/** What is looked at: what was named; else all of a folder, and of a site what stands first in its list, which is sorted by chance. */
export function namesOf(
  { list, newest }: Log,
  source: SiteSource,
  { pages, all, bases, moved }: Wanted,
): string[] {
  if (pages.length > 0) return pages.map((page) => fileMeant(nameAt(page, bases), list));
  const listed = list.rows.flatMap(({ file }) => file?.name ?? []);
  // What came later than the release of an earlier day is no fault.
  if (source.names)
    return [...new Set([...listed, ...(list === newest ? source.names().filter(isSigned) : [])])];
  // Servers lead on from moved addresses by themselves, and answer 404 with the page for it.
  const asked = listed.filter((name) => name !== '404.html' && !moved.has(name));
  return all ? asked : [...new Set(['index.html', ...asked.slice(0, SAMPLE)])];
}

const ORDER: readonly VerifyVerdict[] = ['changed', 'unsigned', 'unsure', 'withdrawn', 'unchanged'];

/** Everything that was found, what matters first. */
export function report(all: readonly JudgedFile[]): string {
  const lines = ORDER.flatMap((verdict) => {
    const some = all.filter((one) => one.verdict === verdict);
    const named = some.slice(0, all.length <= SHOWN || verdict !== 'unchanged' ? SHOWN : 0);
    if (some.length === 0) return [];
    return [
      `${VERDICTS[verdict]} ${some.length} 个`,
      ...named.map(({ name, why }) => `  ${VERDICTS[verdict]}  /${name}：${why}`),
      ...(named.length > 0 && some.length > named.length ? [`  …… 共 ${some.length} 个`] : []),
    ];
  });
  return lines.join('\n');
}

/** What the log is and who signed it. */
export const heading = ({ entry, size, signedBy }: Log, trusted: boolean): string =>
  [
    `日志共 ${size} 条；对照的一版从 ${inShanghai(entry.shown)} 起显示${entry.builtFor && `，为 ${inShanghai(entry.builtFor)} 生成`}。`,
    `签名的公钥：${signedBy.join('、')}`,
    ...(trusted ? [] : ['  公钥是网站自己公布的：请同司法局另外公布的核对一次，以后用 --key 写上。']),
  ].join('\n');
