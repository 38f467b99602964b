import { describe, expect, it } from 'vitest';
import { pageText, type PageText } from '../../src/build/search/page-text.ts';
import { familyFiles } from '../../src/build/search/shards.ts';
import { excerptOf } from '../../src/client/search/excerpt.ts';
import { holdersIn, packLine, shardOf } from '../../src/domain/search/shards.ts';
import { termsOf } from '../../src/domain/search/tokens.ts';

const office = (county: string, slug: string, text: string): PageText => ({
  path: `/offices/${county}/${slug}/`,
  kind: '司法所',
  county: `${county}县`,
  keys: `${slug}名`,
  title: `${slug}司法所`,
  text,
});
const notice = (county: string, slug: string, text: string): PageText => ({
  ...office(county, slug, text),
  path: `/offices/${county}/office/affairs/${slug}/`,
  kind: '公告',
});

/** Enough text for several shards. */
const LONG = Array.from({ length: 6000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 9000))).join(
  '',
);
const CITY = [
  office('jia', 'yi', `周一上午调解。${LONG}`),
  office('jia', 'er', '周二下午普法。'),
  office('yi', 'san', `周三全天。${LONG}`),
  notice('jia', '2026-03-02-xin', '春耕法治宣传。'),
  notice('jia', '2026-02-01-jiu', '值班安排。'),
];
const written = (pages: readonly PageText[]) => new Map(familyFiles(pages));
const changed = (one: ReadonlyMap<string, string>, two: ReadonlyMap<string, string>) =>
  [...new Set([...one.keys(), ...two.keys()])].filter((name) => one.get(name) !== two.get(name));

describe('which pages hold a term', () => {
  it.each([[[0]], [[25, 26, 52]], [[3, 4, 100, 1000, 1001]]])('is read as it was written: %j', (places) => {
    const holders = places.map((at, nth) => ({ at, named: nth % 2 === 1 }));
    const line = packLine('1-jia', [
      ['调解', [{ at: 9, named: false }]],
      ['解调', holders],
    ]);
    expect(holdersIn(line, '解调')).toEqual(holders);
    expect(holdersIn(line, '解')).toEqual([]);
    expect(holdersIn(line, '没有')).toEqual([]);
  });

  it('stands in the shard of the term, for every term of every page', () => {
    const files = written(CITY);
    const { shards } = JSON.parse(files.get('index.json') ?? '') as { shards: number };
    expect(shards).toBeGreaterThan(2);
    for (const term of termsOf(LONG).slice(0, 300)) {
      const lines = JSON.parse(files.get(`shards/${shardOf(term, shards)}.json`) ?? '') as string[];
      expect(
        lines.flatMap((line) => holdersIn(line, term).map(() => line.split('|')[0])),
        term,
      ).toEqual(['1-jia', '1-yi']);
    }
  });
});

describe('the files of the full text', () => {
  it('are the same for the same pages, in whatever order they come', () => {
    expect([...written([...CITY].reverse())]).toEqual([...written(CITY)]);
  });

  it('change where the changed office’s county stands, and in no other county’s line', () => {
    const before = written(CITY);
    const after = written(
      CITY.map((page) => (page.path === '/offices/jia/er/' ? { ...page, text: '周二下午休息。' } : page)),
    );
    const names = changed(before, after);
    expect(names).not.toHaveLength(0);
    expect(names.every((name) => name.startsWith('shards/') || name.startsWith('1-jia/'))).toBe(true);
    for (const name of names) {
      const lines = (files: typeof before) =>
        (files.get(name) ?? '').split('\n').filter((line) => !line.startsWith('"1-jia|'));
      if (name.startsWith('shards/')) expect(lines(after)).toEqual(lines(before));
    }
    expect(names.length).toBeLessThan(12);
  });

  it('keep the place of every older notice when a new one comes', () => {
    const rows = (pages: readonly PageText[]) =>
      [...written(pages)].flatMap(([name, content]) => (name.startsWith('2-jia/') ? content : []));
    const more = notice('jia', '2026-04-01-zai', '再来一条。');
    const [one = ''] = rows(CITY);
    const [two = ''] = rows([more, ...CITY]);
    expect(two.startsWith(one.replace(/\n\]\n$/, ''))).toBe(true);
  });
});

const page = (main: string, marks = '<meta name="search-kind" content="公告">') =>
  `<html><head>${marks}</head><body><nav>导航</nav><main>${main}</main></body></html>`;

describe('the text of a page', () => {
  it('is what stands in its main part, without tools, states and what is worked out for the day', () => {
    const html = page(
      '<h1>春<b>耕</b></h1><p>普<a href="/">法</a>课<time data-computed>2026年</time></p><p data-state="x">待公开</p><script>1</script><table><tr><td>甲</td><td>乙</td></tr></table>',
    );
    expect(pageText(html, '/a/')).toMatchObject({ title: '春耕', kind: '公告', county: undefined });
    expect(pageText(html, '/a/')?.text.replace(/ +/g, ' ')).toBe('春耕 普法课 甲 乙');
  });

  it('is not kept of a page that is not to be found', () => {
    expect(pageText(page('<h1>搜索</h1>', ''), '/search/')).toBeUndefined();
  });
});

describe('the excerpt of a found page', () => {
  it('shows the first term with what stands around it, as text and never as markup', () => {
    const html = excerptOf(`${'远'.repeat(40)}<b>劳动仲裁</b>${'近'.repeat(90)}`, ['劳动', '动仲']);
    expect(html).toContain('&lt;b&gt;<mark>劳动仲</mark>裁&lt;/b&gt;');
    expect(html.replace(/<\/?mark>/g, '')).not.toMatch(/[<>]/);
  });

  it('cuts no word in letters and no number in two, and says that the text goes on', () => {
    const text = `${'远'.repeat(9)}English ${'中'.repeat(6)}许可：CC BY 4.0。${'近'.repeat(43)}offices.json${'后'.repeat(40)}`;
    expect(excerptOf(text, ['许可'])).toMatch(/^English .*offices\.json……$/);
    expect(excerptOf(`${'a'.repeat(200)}许可`, ['许可'])).toMatch(/^a{20,80}<mark>许可<\/mark>$/);
  });

  it('begins at the beginning where a term stands in the names alone', () => {
    expect(excerptOf('地址和电话', ['suji'])).toBe('地址和电话');
  });
});
