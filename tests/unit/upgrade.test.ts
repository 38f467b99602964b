import { describe, expect, it } from 'vitest';
import { alikeChanges, comparePages, linesOf } from '../../src/release/compare.ts';

const page = (main: string) =>
  `<!doctype html><title>甲</title><header>页头</header><main id="m">${main}</main><footer>页脚</footer>`;
const site = (pages: Readonly<Record<string, string>>) =>
  new Map(Object.entries(pages).map(([path, main]) => [path, page(main)]));

describe('what a new program changes for readers', () => {
  it('is words: how a page is drawn, what runs on it, its head and foot are none', () => {
    const was = site({ 'a/index.html': '<p>受理起<b>3日</b>内</p>' });
    const is = site({
      'a/index.html': '<div class="x"><script>1</script><svg><text>图</text></svg><p>受理起3日内</p></div>',
    });
    expect(comparePages(was, is)).toEqual({ gone: [], come: [], changed: [], same: 1 });
  });

  it('names addresses that are gone or new, and lines that are gone or new', () => {
    const was = site({ 'a.html': '<p>甲</p><p>乙</p>', 'old.html': '<p>丙</p>' });
    const is = site({ 'a.html': '<p>甲</p><p>丁</p><p>丁</p>', 'new.html': '<p>丙</p>' });
    expect(comparePages(was, is)).toEqual({
      gone: ['old.html'],
      come: ['new.html'],
      changed: [{ path: 'a.html', gone: ['乙'], come: ['丁', '丁'] }],
      same: 0,
    });
  });

  it('is told once where many pages change alike, the most common change first', () => {
    const one = { gone: ['旧'], come: ['新'] };
    const groups = alikeChanges([
      { path: 'x.html', gone: ['别的'], come: [] },
      { path: 'a.html', ...one },
      { path: 'b.html', ...one },
    ]);
    expect(groups.map((group) => group.map(({ path }) => path))).toEqual([['a.html', 'b.html'], ['x.html']]);
  });

  it('reads entities as people do', () => {
    expect(linesOf(page('<p>3 &lt; 5&nbsp;&#x7532;&#20057;</p>'))).toEqual(['3 < 5 甲乙']);
  });
});
