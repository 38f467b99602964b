/** The page of the local preview that says what is missing yet. It is published nowhere. */
import type { CheckedContent } from '../../command/content.ts';
import { missingSteps, type MissingStep } from './missing.ts';

/** Its address in the preview. */
export const MISSING_PATH = 'still-missing/';

const STYLE =
  'body{font:18px/1.7 sans-serif;max-width:46em;margin:1.5em auto;padding:0 1em;color:#1a1a1a}h1{font-size:1.5em}h2{font-size:1.1em;margin:0}ol{padding-left:1.6em}li{margin:0 0 1.2em}p{margin:.2em 0}code{background:#eee;padding:.1em .3em;overflow-wrap:anywhere}.done{color:#444}.first{border-left:6px solid #9f1d1d;padding-left:1em}';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const state = ({ done, of, unit }: MissingStep) =>
  done >= of ? '已经有了' : of === 1 ? '还没有' : `已有 ${done}/${of} ${unit}`;

function item(step: MissingStep, first: boolean): string {
  const done = step.done >= step.of;
  return `<li class="${done ? 'done' : first ? 'first' : ''}"><h2>${done ? '✓ ' : ''}${escape(step.title)}：${state(step)}</h2>
<p>${escape(step.why)}</p>
<p>写在 <code>${escape(step.file)}</code></p>${step.command ? `\n<p>命令：<code>${escape(step.command)}</code></p>` : ''}</li>`;
}

/** The page; `home` is where the site itself begins. */
export function missingPage(steps: readonly MissingStep[], title: string, home: string): string {
  const open = steps.filter(({ done, of }) => done < of);
  const lead =
    open.length === 0
      ? '这张表上的都有了。到期的内容用 npm run upkeep 看。'
      : `还有 ${open.length} 项。从上往下做，第一项是“${open[0]?.title}”。改了内容，重新运行 npm start 就会更新。`;
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>还缺什么｜${escape(title)}</title>
<style>${STYLE}</style>
<h1>还缺什么</h1>
<p>${escape(title)}。这一页只在本机有，不会发布。<a href="${escape(home)}">看网站</a></p>
<p>${escape(lead)}</p>
<ol>
${steps.map((step) => item(step, step === open[0])).join('\n')}
</ol>
<p>自己已有的名单（Excel、CSV，表头叫法不同也认得）可以直接用 <code>npm run sheets:import -- 名单.xlsx</code> 读：先只看会改什么，加 <code>--write</code> 才写。不知道的就留空，网页上写“待公开”，不要猜。</p>
</html>
`;
}

/** The page of a content, for the base that its site is shown under. */
export const missingHtml = (known: CheckedContent, base: string): string =>
  missingPage(missingSteps(known), known.catalogue.site.title, base);
