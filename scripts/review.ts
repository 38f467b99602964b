import { loadContent } from '../src/catalogue/load.ts';
import { Failure, folders, main, manualPage, UsageError } from '../src/command/command.ts';
import { texts } from '../src/command/options.ts';
import { buildInstant } from '../src/build/settings.ts';
import { dateInShanghai } from '../src/domain/dates.ts';
import { openReviews } from '../src/forges/reviews.ts';
import { ForgeError } from '../src/forges/types.ts';
import { listRequests, mergeRequests } from '../src/gate/review-command.ts';

function numbersOf(text: string): number[] {
  const parts = text.split(/[,，、\s]+/).filter(Boolean);
  if (parts.length === 0 || !parts.every((part) => /^[1-9]\d{0,6}$/.test(part)))
    throw new UsageError(`--merge 应为编号，用逗号隔开，例如 12,15：${text}`);
  return [...new Set(parts.map(Number))];
}

/** The platform that `site.json` names; whatever else is wrong with the content does not matter here. */
function editorIn(content: string, today: string) {
  const { editor } = loadContent(content, { today }).catalogue?.site ?? {};
  if (!editor)
    throw new Failure(
      `content/site.json 里没有设 editor，不知道问哪个代码平台（${manualPage('editing')} 第二节）。`,
    );
  return editor;
}

await main({
  help: `用法：GATE_TOKEN=<令牌> npm run review -- [--content <文件夹>]
      GATE_TOKEN=<令牌> npm run review -- --merge <编号,编号…> [--secrecy <谁 日期>] [--release <谁 日期>]

列出还没有合并的修改：谁提交的，等了几天，检查通过没有、为什么没有。看过以后，用 --merge 一次合并几份：
只合并检查通过的、提交以后没有再改过的；其余的不动，说明原因。令牌是司法局审核账号的，合并算在这个账号名下。

  --merge <编号>      合并这几份，用逗号隔开，按写的次序
  --secrecy <谁>      合并的说明里写“保密审查：……”
  --release <谁>      合并的说明里写“发布审核：……”（${manualPage('acceptance')}）
  --content <文件夹>  内容，默认 content/；代码平台按其中 site.json 的 editor
  --help              显示本说明

退出码：0 列好了、都合并了，1 有没有合并的，2 用法不对。`,
  options: texts('merge', 'secrecy', 'release', 'content'),
  run: async (values) => {
    const numbers = values.merge === undefined ? undefined : numbersOf(values.merge);
    const token = process.env['GATE_TOKEN'];
    if (!token) throw new UsageError('要在环境变量 GATE_TOKEN 里给令牌');
    const today = dateInShanghai(buildInstant(process.env));
    const editor = editorIn(folders(values).content, today);
    const question = {
      reviews: openReviews(editor, token),
      base: editor.branch,
      today,
      say: (text: string) => console.log(text),
    };
    try {
      if (numbers === undefined) return (await listRequests(question), 0);
      return (await mergeRequests(question, numbers, values)) > 0 ? 1 : 0;
    } catch (error) {
      throw error instanceof ForgeError ? new Failure(error.message) : error;
    }
  },
});
