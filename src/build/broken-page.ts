/** What stands in place of a page while the content has errors: the report, and a reload as soon as they are mended. */

const STYLE =
  'body{font:18px/1.7 sans-serif;max-width:46em;margin:1.5em auto;padding:0 1em;color:#1a1a1a}h1{font-size:1.5em}pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;border-left:6px solid #9f1d1d;padding-left:1em}';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The page of a report. */
export const brokenPage = (report: string): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>内容有错误</title>
<style>${STYLE}</style>
<script type="module" src="/@vite/client"></script>
<h1>内容有错误</h1>
<p>改好、保存，这一页就自己回来。</p>
<pre>${escape(report)}</pre>
</html>
`;
