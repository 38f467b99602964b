/** Which pages and lines speak of which office. */
import type { AuditPage } from './page.ts';
import type { PageLine } from './tree.ts';

const NAME = '司法所';
const OFFICE_TITLE =
  /^([\p{Script=Han}（）()·]{2,30}(?<!各|全部|基层|辖区|(?<!片)区|[市县])司法所)(?:简介|概况|介绍|基本情况|信息公开|公开栏|公开|公示栏|联系方式|机构信息)?$/u;
/** Other people's numbers, and the maker's of the site. */
const FOREIGN =
  /律师|法律服务所|法律援助中心|公证|仲裁|法院|检察|派出所|公安局|调解委员会|服务工作?站|投稿|记者|编辑|技术支持|网站|维护|主办|承办|版权|备案/;

/** What an item is looked for in: pages, and lines of other pages that name the office. */
export interface Scope {
  /** The office, where the pages are those of one. */
  readonly office?: string;
  readonly pages: readonly AuditPage[];
  readonly today: string;
}

/** The office that a page is about, by its heading. */
export const officeOf = ({ title }: AuditPage): string | undefined =>
  OFFICE_TITLE.exec(title.split(/[-_|—–]/)[0]?.trim() ?? '')?.[1];

const folderOf = (address: string) => address.replace(/[^/]*$/, '');

const isIndex = (address: string) => /(?:^|\/)(?:index\.\w+)?$/.test(address);

/** The pages of each office. A first page of a folder with the pages of other offices below is a list of them. */
function ownPages(pages: readonly AuditPage[]): Map<string, AuditPage[]> {
  const about = pages.flatMap((page) => {
    const office = officeOf(page);
    return office ? [{ page, office }] : [];
  });
  const isList = ({ page, office }: (typeof about)[number]) =>
    isIndex(page.address) &&
    about.some((one) => one.office !== office && one.page.address.startsWith(folderOf(page.address)));
  const own = about.filter((one) => !isList(one));
  const pagesOf = (name: string) => own.filter(({ office }) => office === name).map(({ page }) => page);
  return new Map(own.map(({ office }) => [office, pagesOf(office)]));
}

/** The lines of a page that name an office, or stand under a heading that does. */
function mentions(page: AuditPage, office: string): AuditPage[] {
  if (page.title.includes(office)) return [page];
  const lines = page.lines.filter(({ text, under }) => [text, ...under].some((one) => one.includes(office)));
  return lines.length > 0 ? [{ ...page, lines }] : [];
}

/** Each office that has a page of its own, with all that speaks of it. None where offices have no pages. */
export function scopesOf(pages: readonly AuditPage[], today: string): Scope[] {
  const own = ownPages(pages);
  const naming = pages.filter(
    ({ title, lines }) => title.includes(NAME) || lines.some(({ text }) => text.includes(NAME)),
  );
  return [...own].map(([office, mine]) => {
    const folders = mine
      .map(({ address }) => address)
      .filter(isIndex)
      .map(folderOf)
      .filter(Boolean);
    const near = pages.filter(
      (page) => !mine.includes(page) && folders.some((folder) => page.address.startsWith(folder)),
    );
    const taken = new Set([...mine, ...near]);
    const rest = naming.filter((page) => !taken.has(page)).flatMap((page) => mentions(page, office));
    return { office, today, pages: [...mine, ...near, ...rest] };
  });
}

/** A line with its label or heading before it, as it is understood. */
export const labelled = ({ text, label, under }: PageLine): string =>
  `${label ?? under.at(-1) ?? ''}：${text}`;

/** Whether a line surely speaks of an office: short words on its page, or a row that names it; no running text. */
export function isOfOffice(page: AuditPage, line: PageLine): boolean {
  const { text, label, under, kind, cells } = line;
  const context = [text, label ?? '', ...under.filter((one) => one !== page.title)].join('\n');
  if (FOREIGN.test(context) || (kind === 'line' && text.length > 90)) return false;
  if (officeOf(page)) return true;
  const names = [...(cells?.values() ?? []), label ?? '', under.at(-1) ?? ''];
  return names.some((name) => /^[\p{Script=Han}（）]{1,30}司法所$/u.test(name));
}
