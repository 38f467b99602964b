/** A notice as its page will show it: the head as the page writes it, the text by the site's own renderer. */
import { parseBody } from '../../../catalogue/parse-body.ts';
import { renderProse } from '../../../catalogue/prose.ts';
import { attachmentType } from '../../../domain/attachment-types.ts';
import { inWords, isDate } from '../../../domain/dates.ts';
import { hasExpired } from '../../../domain/expiry.ts';
import { withBase } from '../../../domain/urls.ts';
import { element } from '../../element.ts';
import type { NoticeForm } from '../notice-state.ts';

const within = (path: string): string => withBase(import.meta.env.BASE_URL, path);

/** The body as the site renders it; its headings are told as below the one of a level that stands above it. */
export const bodyAsRead = (body: string, below: number): string =>
  renderProse(parseBody(body.trim()), within).replace(
    /<h([2-6])\b/g,
    (tag, own: string) => `${tag} aria-level="${Number(own) - 1 + below}"`,
  );

const dayOf = (value: unknown): string | undefined =>
  typeof value === 'string' && isDate(value) ? inWords(value) : undefined;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function validity(expires: unknown, today: string): HTMLElement[] {
  const day = dayOf(expires);
  if (day === undefined) return [];
  const isOver = hasExpired(String(expires), today);
  return [
    isOver
      ? element('p', { class: 'note warn' }, [
          element('strong', {}, ['已失效']),
          ` 本页内容的有效期到${day}为止，留在这里供查阅。`,
        ])
      : element('p', { class: 'note' }, [`本页内容有效期至${day}。`]),
  ];
}

function headOf({ value }: NoticeForm, today: string, level: 3 | 4): HTMLElement[] {
  const said = [
    ['发布日期', dayOf(value['published'])],
    ['来源', textOf(value['source'])],
    ['类别', textOf(value['category'])],
  ].flatMap(([name = '', words]) => (words ? [element('span', {}, [`${name}：${words}`])] : []));
  const summary = textOf(value['summary']);
  return [
    element(`h${level}`, { class: 'title' }, [textOf(value['title']) || '（还没有标题）']),
    element('p', { class: 'soft meta' }, said),
    ...validity(value['expires'], today),
    ...(summary ? [element('p', { class: 'lead' }, [summary])] : []),
  ];
}

function attachmentsOf({ kept = [], attached }: NoticeForm): HTMLElement[] {
  const all = [...kept, ...attached];
  if (all.length === 0) return [];
  const items = all.map(({ file, title }) =>
    element('li', {}, [`${title}（${attachmentType(file)?.name ?? '文件'}）`]),
  );
  return [element('p', {}, ['附件']), element('ul', { class: 'ledger' }, items)];
}

/** What the page will show of a notice as it stands in the form; its title is a heading of the level that has its turn. */
export function noticeAsRead(notice: NoticeForm, today: string, level: 3 | 4 = 3): HTMLElement[] {
  const prose = element('div', { class: 'prose' });
  prose.innerHTML = bodyAsRead(notice.body, level);
  return [...headOf(notice, today, level), prose, ...attachmentsOf(notice)];
}
