import { describe, expect, it } from 'vitest';
import { sizeInWords } from '../../src/domain/attachment-types.ts';
import { hasExpired } from '../../src/domain/expiry.ts';
import { NOTICE_CATEGORIES } from '../../src/schemas/notice.ts';
import { noticeLists, cityNoticeLists, hasNotices, officeNoticeLists } from '../../src/views/notice-lists.ts';
import { noticeView, type NoticeLine } from '../../src/views/notices.ts';
import { aContent, type Overrides, TODAY, usual } from '../helpers/content.ts';

const lines = (count: number): NoticeLine[] =>
  Array.from({ length: count }, (_, at) => ({
    title: `公告${at}`,
    path: `/affairs/${at}/`,
    published: '2026-01-01',
    category: NOTICE_CATEGORIES[at % 3] ?? '通知公告',
    expired: false,
    attachments: 0,
    office: undefined,
  }));

const catalogueOf = (overrides: Overrides) => {
  const { catalogue } = aContent(overrides);
  if (!catalogue) throw new Error('the content has errors');
  return catalogue;
};

const NOTICE = 'offices/dong/jia/affairs/2026-11-02-tongzhi.md';
const onDay = (day: string, more = '') =>
  String(usual(NOTICE)).replace('published: 2026-11-02', `published: ${day}${more}`);

describe('a list of notices', () => {
  it.each([0, 1, 20, 21, 45, 60])('shows each of %i once, and once in its category', (count) => {
    const pages = noticeLists('/affairs/', lines(count));
    const all = pages.filter(({ path }) => /^\/affairs\/(?:page\/\d+\/)?$/.test(path));
    expect(all.flatMap((page) => page.lines)).toEqual(lines(count));
    expect(all.length).toBe(Math.max(1, Math.ceil(count / 20)));
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
    const others = pages.filter((page) => !all.includes(page)).flatMap((page) => page.lines);
    expect(others.length).toBe(count > 1 ? count : 0);
  });

  it('links only to pages that exist', () => {
    const pages = noticeLists('/affairs/', lines(45));
    const paths = new Set(pages.map(({ path }) => path));
    const links = pages.flatMap(({ lists, sheets }) => [...lists, ...sheets].map(({ path }) => path));
    expect(links.filter((path) => !paths.has(path))).toEqual([]);
    expect(pages.map(({ part }) => part)).toContain('page/2');
  });

  it('names few of many pages, and reaches each in a few steps', () => {
    const pages = noticeLists('/affairs/', lines(4000)).filter(({ path }) =>
      /^\/affairs\/(?:page|$)/.test(path),
    );
    const linksOf = new Map(pages.map(({ path, sheets }) => [path, sheets.map((sheet) => sheet.path)]));
    expect(pages).toHaveLength(200);
    expect(Math.max(...[...linksOf.values()].map(({ length }) => length))).toBeLessThan(20);
    const within = (steps: number): Set<string> =>
      steps === 0
        ? new Set(['/affairs/'])
        : new Set([...within(steps - 1)].flatMap((path) => [path, ...(linksOf.get(path) ?? [])]));
    expect(within(5).size).toBe(200);
  });

  it('of the city holds its own and those of its offices, newest first', () => {
    const [first] = cityNoticeLists(catalogueOf({}), TODAY);
    expect(first?.lines.map(({ title, office }) => [title, office?.name])).toEqual([
      ['全市计划', undefined],
      ['学法通知', '甲镇司法所'],
    ]);
  });

  it('is in no menu while it is empty', () => {
    expect(hasNotices(catalogueOf({}))).toBe(true);
    expect(hasNotices(catalogueOf({ 'affairs/2026-11-03-jihua.md': null, [NOTICE]: null }))).toBe(false);
  });

  it('of an office has pages of its own once its page does not hold all', () => {
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, at) => String(at + 10)).map((day) => [
        `offices/dong/jia/affairs/2026-10-${day}-tongzhi.md`,
        onDay(`2026-10-${day}`),
      ]),
    );
    const pagesOf = (overrides: Overrides) =>
      catalogueOf(overrides).offices.flatMap((office) =>
        officeNoticeLists(office, TODAY).map(({ path }) => path),
      );
    expect(pagesOf({})).toEqual([]);
    expect(pagesOf(many)).toEqual(['/offices/dong/jia/affairs/']);
  });
});

describe('a notice', () => {
  it('has expired from the day after its last', () => {
    expect(hasExpired('2026-11-22', '2026-11-22')).toBe(false);
    expect(hasExpired('2026-11-21', '2026-11-22')).toBe(true);
    expect(hasExpired(undefined, '2026-11-22')).toBe(false);
  });

  it('stays in the list when it has expired, and says so', () => {
    const catalogue = catalogueOf({ [NOTICE]: onDay('2026-11-02', '\nexpires: 2026-11-10') });
    const [first] = cityNoticeLists(catalogue, TODAY);
    expect(first?.lines.map(({ title, expired }) => [title, expired])).toEqual([
      ['全市计划', false],
      ['学法通知', true],
    ]);
  });

  it('leads to the one before and the one after it', () => {
    const catalogue = catalogueOf({
      'offices/dong/jia/affairs/2026-10-02-zao.md': onDay('2026-10-02').replace('学法通知', '早'),
      'offices/dong/jia/affairs/2026-11-12-wan.md': onDay('2026-11-12').replace('学法通知', '晚'),
    });
    const office = catalogue.offices.find(({ id }) => id === 'dong/jia');
    const views =
      office?.notices.map((notice) => noticeView(notice, office, office.notices, TODAY, catalogue.site)) ??
      [];
    expect(views.map(({ newer, older }) => [newer?.title, older?.title])).toEqual([
      [undefined, '学法通知'],
      ['晚', '早'],
      ['学法通知', undefined],
    ]);
  });

  it('says how large its documents are', () => {
    expect([231, 1024, 35_000, 1_048_000, 1_258_291].map(sizeInWords)).toEqual([
      '231 字节',
      '1 KB',
      '34 KB',
      '1023 KB',
      '1.2 MB',
    ]);
  });
});
