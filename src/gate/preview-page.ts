/** The first page of a preview: every page that changes, as it is and as it would be. */

export interface ChangedPage {
  /** `offices/qianwei/luocheng/index.html` */
  readonly path: string;
  /** As it stands in the page, escaped. */
  readonly title: string;
  readonly before: boolean;
  readonly after: boolean;
}

const STYLE =
  'body{font:16px/1.7 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4em .6em;border-bottom:1px solid #999}';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const link = (folder: string, { path }: ChangedPage, word: string) =>
  `<a href="${folder}/${escape(path.split('/').map(encodeURIComponent).join('/'))}">${word}</a>`;

const row = (page: ChangedPage) =>
  `<tr><td>${page.title}<br><small>${escape(page.path.replace(/index\.html$/, '/').replace('//', '/'))}</small></td><td>${page.before ? link('before', page, '改之前') : '（新页面）'}</td><td>${page.after ? link('after', page, '改之后') : '（没有了）'}</td></tr>`;

const table = (pages: readonly ChangedPage[]) =>
  `<p>这份修改合并以后，有 ${pages.length} 页会变。</p><table><thead><tr><th>页面</th><th>改之前</th><th>改之后</th></tr></thead><tbody>${pages.map(row).join('\n')}</tbody></table>`;

/** The page; without `pages`, it says why there is nothing to see. */
export function listPage(pages: readonly ChangedPage[] | undefined): string {
  const main = !pages
    ? '<p>内容有错误，改好以后才能预览。</p>'
    : pages.length === 0
      ? '<p>没有页面会变。</p>'
      : table(pages);
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>预览：有变化的页面</title>
<style>${STYLE}</style>
<h1>预览：有变化的页面</h1>
<p>这是检查时生成的预览，不是正式网站；脚本不运行，搜索、地图用不了。</p>
${main}
<p id="rest">预览里只有会变的页面；从别的页点到这里的，那一页没有变化，请看正式网站。</p>
</html>
`;
}
