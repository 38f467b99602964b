import { relative } from 'node:path';
import { loadContent } from '../../src/catalogue/load.ts';
import { isFolder } from '../../src/catalogue/read-folder.ts';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { dateInShanghai } from '../../src/domain/dates.ts';
import { UsageError } from './command.ts';
import { countProblems, printProblems } from './report.ts';
import { buildInstant, CALLER } from './settings.ts';

/** The whole catalogue of a content folder; undefined when it has errors, which are told as `check` tells them. */
export function loadChecked(content: string): Catalogue | undefined {
  if (!isFolder(content)) throw new UsageError(`没有这个文件夹：${content}`);
  const start = performance.now();
  process.stdout.write('检查内容……');
  const { catalogue, problems, files } = loadContent(content, {
    today: dateInShanghai(buildInstant(CALLER)),
  });
  if (!catalogue) {
    console.log('');
    printProblems(problems, relative(process.cwd(), content));
    return undefined;
  }
  const { warnings } = countProblems(problems);
  const hint = warnings > 0 ? `，${warnings} 个提醒（用 npm run check 查看）` : '';
  console.log(` ${files} 个文件，没有错误${hint}，${((performance.now() - start) / 1000).toFixed(1)} 秒`);
  return catalogue;
}
