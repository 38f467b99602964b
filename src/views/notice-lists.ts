import type { Catalogue, Office } from '../catalogue/types.ts';
import { paths } from '../domain/urls.ts';
import { NOTICE_CATEGORIES, CATEGORY_SLUGS } from '../schemas/notice.ts';
import { noticeLine, officeCrumbs, type NoticeLine } from './notices.ts';

interface Sheet<T> {
  /** 1 for the first. */
  readonly number: number;
  readonly count: number;
  readonly items: readonly T[];
}

/** A list in sheets of at most `size`; an empty list is one empty sheet. */
export function inSheets<T>(items: readonly T[], size: number): Sheet<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, at) => ({
    number: at + 1,
    count,
    items: items.slice(at * size, (at + 1) * size),
  }));
}

const PER_PAGE = 20;
/** How many an office's own page shows; its list has pages of their own only when there are more. */
const NEWEST = 10;

/** Every page of a list at `root`: all notices, and each category where there are several; twenty a page. */
export function noticeLists(root: string, lines: readonly NoticeLine[]) {
  const present = NOTICE_CATEGORIES.filter((name) => lines.some(({ category }) => category === name));
  const lists = [
    { name: '全部', part: '', items: lines },
    ...(present.length > 1 ? present : []).map((name) => ({
      name,
      part: `${CATEGORY_SLUGS[name]}/`,
      items: lines.filter(({ category }) => category === name),
    })),
  ];
  return lists.flatMap((list) => {
    const sheets = inSheets(list.items, PER_PAGE);
    const parts = sheets.map(({ number }) => `${list.part}${number > 1 ? `page/${number}/` : ''}`);
    return sheets.map((sheet, at) => ({
      /** What follows the root in the address, as Astro wants it. */
      part: parts[at]?.replace(/\/$/, '') || undefined,
      path: `${root}${parts[at]}`,
      title: titleOf(list.part ? list.name : undefined, sheet.number),
      lines: sheet.items,
      total: lines.length,
      lists: lists.map(({ name, part, items }) => ({
        name,
        count: items.length,
        path: `${root}${part}`,
        current: part === list.part,
      })),
      sheets: sheets
        .filter(({ number }) => isNear(number, sheet))
        .map(({ number }) => ({
          number,
          path: `${root}${parts[number - 1]}`,
          current: number === sheet.number,
        })),
    }));
  });
}

/**
 * The sheets that one names: the first, the last and itself, and those so many steps away. Each is reached in a few
 * steps, and a sheet of a long list is no longer than one of a short list.
 */
const isNear = (number: number, own: { readonly number: number; readonly count: number }): boolean =>
  number === 1 || number === own.count || /^(?:0|[125]0*)$/.test(String(Math.abs(number - own.number)));

export type NoticeListView = ReturnType<typeof noticeLists>[number];

/** `（教育培训，第2页）`: what tells one page of a list from another. */
function titleOf(category: string | undefined, number: number): string {
  const marks = [category, number > 1 ? `第${number}页` : undefined].filter(Boolean);
  return marks.length > 0 ? `（${marks.join('，')}）` : '';
}

/** The newest notices of an office, and where the others are. */
export function officeNotices(office: Office, today: string) {
  const lines = office.notices.map((notice) => noticeLine(notice, office, today));
  return {
    newest: lines.slice(0, NEWEST),
    total: lines.length,
    all: lines.length > NEWEST ? paths.officeNotices(office.id) : undefined,
  };
}

/** The pages of an office's own list; none while its own page shows everything. */
export function officeNoticeLists(office: Office, today: string): NoticeListView[] {
  if (!officeNotices(office, today).all) return [];
  const lines = office.notices.map((notice) => noticeLine(notice, office, today));
  return noticeLists(paths.officeNotices(office.id), lines);
}

/** The head of such a page, and what stands above the list. */
export function officeListHead(office: Office, view: NoticeListView) {
  const heading = `${office.sample ? '示例：' : ''}${office.record.name}的公告和所务`;
  const title = heading + view.title;
  return {
    heading,
    title,
    description: `${title}：通知公告、经费装备、考核、培训和普法计划。`,
    path: view.path,
    crumbs: [...officeCrumbs(office), { name: '公告和所务' }],
  };
}

/** The notices of the city and of its offices, newest first, the city's own first on the same day. */
function cityLines({ notices, offices }: Catalogue, today: string): NoticeLine[] {
  const lines = [
    ...notices.map((notice) => noticeLine(notice, undefined, today)),
    ...offices.flatMap((office) => office.notices.map((notice) => noticeLine(notice, office, today))),
  ];
  return lines.sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0));
}

export const cityNoticeLists = (catalogue: Catalogue, today: string): NoticeListView[] =>
  noticeLists(paths.notices, cityLines(catalogue, today));

/** The newest notices that still hold, for the home page. */
export const newestNotices = (catalogue: Catalogue, today: string, count: number): NoticeLine[] =>
  cityLines(catalogue, today)
    .filter(({ expired }) => !expired)
    .slice(0, count);

/** Whether there is anything to list: menus do not lead to an empty column (facts A3-9). */
export const hasNotices = ({ notices, offices }: Catalogue): boolean =>
  notices.length > 0 || offices.some((office) => office.notices.length > 0);
