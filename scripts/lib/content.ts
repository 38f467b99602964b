import { relative } from 'node:path';
import { loadContent } from '../../src/catalogue/load.ts';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { dateInShanghai } from '../../src/domain/dates.ts';
import { ROOT } from './command.ts';
import { printProblems } from './report.ts';
import { buildInstant, CALLER } from './settings.ts';

/** The whole catalogue of a content folder; undefined when it has errors, which are printed as `check` prints them. */
export async function loadChecked(content: string): Promise<Catalogue | undefined> {
  const start = performance.now();
  process.stdout.write('检查内容……');
  const { catalogue, problems, files } = await loadContent(content, {
    today: dateInShanghai(buildInstant(CALLER)),
  });
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0 && catalogue) {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(` ${files} 个文件，没有错误，${seconds} 秒`);
    return catalogue;
  }
  console.log('');
  printProblems(problems, relative(ROOT, content));
  return undefined;
}
