import { relative } from 'node:path';
import { loadContent } from '../../src/catalogue/load.ts';
import { isFolder } from '../../src/catalogue/read-folder.ts';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { dateInShanghai } from '../../src/domain/dates.ts';
import { UsageError } from './command.ts';
import { countProblems, printProblems } from './report.ts';
import { buildInstant, CALLER } from './settings.ts';

/** Where content comes from, as absolute paths. */
export interface ContentFolders {
  readonly content: string;
  /** The folder of whereabouts, where they do not stand in the content (design §3). */
  readonly whereabouts?: string | undefined;
}

/** Refuses folders that are not there. */
export function requireFolders({ content, whereabouts = content }: ContentFolders): void {
  for (const folder of [content, whereabouts])
    if (!isFolder(folder)) throw new UsageError(`没有这个文件夹：${folder}`);
}

/** The whole catalogue of a content folder; undefined when it has errors, which are told as `check` tells them. */
export function loadChecked({ content, whereabouts }: ContentFolders): Catalogue | undefined {
  requireFolders({ content, whereabouts });
  const start = performance.now();
  process.stdout.write('检查内容……');
  const { catalogue, problems, files } = loadContent(content, {
    today: dateInShanghai(buildInstant(CALLER)),
    whereabouts,
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
