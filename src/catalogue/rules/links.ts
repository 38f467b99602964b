import { suggest } from '../suggest.ts';
import { quote } from '../../domain/text.ts';
import type { Problem } from '../../domain/problems.ts';

interface LinkContext {
  /** Addresses of the site, without base. */
  readonly addresses: ReadonlySet<string>;
  /** Ids of the headings of the same text. */
  readonly fragments: ReadonlySet<string>;
  readonly sampleAllowed: boolean;
}

type Fault = Pick<Problem, 'kind' | 'message' | 'remedy'>;

const SAFE_SCHEMES = new Set(['http', 'https', 'mailto', 'tel']);

/** What is wrong with the address of a link, or undefined. */
export function assessLink(url: string, context: LinkContext): Fault | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.trim())?.[1]?.toLowerCase();
  if (scheme !== undefined) return SAFE_SCHEMES.has(scheme) ? assessHost(url) : unsafe(scheme);
  if (url.startsWith('//')) return wrong(url, `写完整的网址：https:${url}`);
  if (url.startsWith('#')) return assessFragment(url.slice(1), context.fragments);
  if (!url.startsWith('/'))
    return wrong(url, '站内链接以 / 开头和结尾，例如 /services/legal-aid/；站外写完整网址');
  return assessAddress(url, context);
}

const unsafe = (scheme: string): Fault => ({
  kind: 'prose',
  message: `不能用 ${scheme}: 链接`,
  remedy: '只用 https: 网址、站内路径（/services/…/）、mailto: 或 tel:',
});

/** Another site's address says plainly where it leads: no name before an @, letters of one kind only. */
function assessHost(url: string): Fault | undefined {
  const host = /^https?:\/*([^/?#]*)/i.exec(url.trim())?.[1];
  if (host === undefined) return undefined;
  if (/[@\\\s]|%/.test(host) || !URL.canParse(url))
    return wrong(url, '网址里主机名之前不写用户名，也不写别的符号');
  if (/(?:^|\.)xn--/i.test(host) || /[^\x00-\x7f\p{Script=Han}]/u.test(host))
    return wrong(url, '主机名只用英文字母、数字、连字符或汉字，逐字重新输入');
  return undefined;
}

const wrong = (url: string, remedy: string): Fault => ({
  kind: 'prose',
  message: `链接“${quote(url)}”写得不对`,
  remedy,
});

function assessFragment(written: string, fragments: ReadonlySet<string>): Fault | undefined {
  const id = decode(written);
  if (fragments.has(id)) return undefined;
  const near = suggest(id, fragments);
  const choices = [...fragments].map((one) => `#${one}`).join('、');
  const remedy = near ? `改成 #${near}` : choices ? `可以写：${choices}` : '这篇正文没有标题，删掉链接';
  return { kind: 'reference', message: `正文里没有“${quote(id)}”这个标题`, remedy };
}

function assessAddress(url: string, { addresses, sampleAllowed }: LinkContext): Fault | undefined {
  const path = decode(url.split(/[?#]/, 1)[0] ?? '');
  if (path.startsWith('/samples/') && !sampleAllowed)
    return { kind: 'sample', message: '真实内容不能链接到示例', remedy: '改成真实的页面，或删掉链接' };
  if (addresses.has(path)) return undefined;
  const near = addresses.has(`${path}/`) ? `${path}/` : suggest(path, addresses);
  const remedy = near ? `改成 ${near}` : '改成站内有的页面，或删掉链接';
  return { kind: 'reference', message: `站内没有 ${quote(path)} 这一页`, remedy };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
