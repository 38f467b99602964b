import { resolve } from 'node:path';
import { chosenOffices } from '../src/apply/sheets/offices.ts';
import { paths } from '../src/domain/urls.ts';
import { buildIfNeeded } from '../src/build/build.ts';
import { ensureChromium } from '../src/posters/chromium.ts';
import { asTyped, folders, main, ROOT, UsageError } from '../src/command/command.ts';
import { oneOf, texts } from '../src/command/options.ts';
import { loadChecked } from '../src/command/content.ts';
import { type Board, fileOf, printBoards, SHEET_NAMES } from '../src/posters/print-posters.ts';

/** Prints, and says how far it is; returns what is wrong. */
async function print(site: { folder: string; base: string }, boards: readonly Board[]): Promise<string[]> {
  const browser = ensureChromium('打印公示栏');
  const wrong: string[] = [];
  let count = 0;
  const onDone = (done: number, what?: string) => {
    count += done;
    if (what) wrong.push(what);
    if (count % 20 === 0 || count === boards.length) console.log(`已打印 ${count} / ${boards.length}`);
  };
  await printBoards({ ...site, browser, boards, onDone });
  return wrong;
}

await main({
  help: `用法：npm run posters -- --out <文件夹> [--office <所> | --county <县>] [--size a3|a4] [--content <文件夹>]

把公示栏印成 PDF，一所一个文件（<县>/<所>-a3.pdf），可以直接打印张贴。先检查内容、生成网站（放在 .cache/ 里，不动 dist/）。
设了网站地址（SITE_URL 或 content/site.json 的 url）的，公示栏上有本所网页的二维码。

  --out <文件夹>      PDF 放在哪里
  --office <所>       只印一个所，如 qianwei/luocheng；示例写 samples/shili-jia
  --county <县>       只印一个县的，如 qianwei；都不写就印全部
  --size <纸>         a3（默认，横版）或 a4（竖版）
  --content <文件夹>  内容，默认 content/
  --help              显示本说明

退出码：0 印好了，1 内容有错误或者有的印不进一张纸，2 用法不对。`,
  options: texts('out', 'office', 'county', 'size', 'content'),
  run: async (values) => {
    const sheet = oneOf('size', SHEET_NAMES, (values.size ?? 'a3').toLowerCase());
    if (!values.out) throw new UsageError('要写 PDF 放在哪里，例如 --out posters');
    const [out, { content }] = [resolve(values.out), folders({ content: values.content })];
    const catalogue = loadChecked({ content })?.catalogue;
    if (!catalogue) return 1;
    const offices = chosenOffices(values, catalogue).flat();
    // Apart from `dist/`, which may have been built with other whereabouts.
    const folder = resolve(ROOT, '.cache', 'posters');
    const record = (await buildIfNeeded({ content, out: folder }))?.record;
    if (!record) return 1;
    const start = performance.now();
    const boards = offices.map(({ id, record: { name } }) => {
      return { path: paths.poster(id), name, sheet, file: fileOf(out, id, sheet) };
    });
    const wrong = await print({ folder, base: record.base }, boards);
    for (const what of wrong) console.log(what);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`完成：${boards.length} 个 PDF → ${asTyped(out)}（用时 ${seconds} 秒）`);
    return wrong.length > 0 ? 1 : 0;
  },
});
