import { describe, expect, it } from 'vitest';
import { detach, PREVIEW_BASE } from '../../src/gate/preview-links.ts';
import { listPage } from '../../src/gate/preview-page.ts';

const PAGE = 'offices/dong/jia/index.html';
const included = {
  isPage: (path: string) => [PAGE, 'offices/index.html'].includes(path),
  isAsset: (path: string) => path === 'photos/a.jpg',
};
const detached = (html: string) => detach(html, PAGE, included);

describe('a page of a preview', () => {
  it('leads to other pages of the preview, from wherever the folder lies', () => {
    expect(detached(`<a href="${PREVIEW_BASE}offices/#dong">`).page).toBe(
      '<a href="../../../offices/index.html#dong">',
    );
  });

  it('leads to the list of the preview where a page did not change', () => {
    expect(detached(`<a href=${PREVIEW_BASE}map/>`).page).toBe('<a href=../../../../index.html#rest>');
  });

  it('brings its pictures along, and no scripts', () => {
    const { page, assets } = detached(
      `<img src="${PREVIEW_BASE}photos/a.jpg"><script type="module" src="${PREVIEW_BASE}_astro/x.js"></script>`,
    );
    expect(page).toBe('<img src="../../../photos/a.jpg">');
    expect(assets).toEqual(['photos/a.jpg']);
  });
});

describe('the list of a preview', () => {
  it('names every page that changes, as it is and as it would be', () => {
    const page = listPage([{ path: PAGE, title: '甲镇司法所', before: true, after: false }]);
    expect(page).toContain('<a href="before/offices/dong/jia/index.html">改之前</a>');
    expect(page).toContain('（没有了）');
  });

  it('says why there is none', () => {
    expect(listPage(undefined)).toContain('内容有错误');
    expect(listPage([])).toContain('没有页面会变');
  });
});
