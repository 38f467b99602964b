import type { Contents } from '../catalogue/contents.ts';
import { loadContent } from '../catalogue/load.ts';
import type { Catalogue } from '../catalogue/types.ts';
import { dateInShanghai } from '../domain/dates.ts';
import { asTyped, toType } from './command.ts';
import { inOwn, ownOf, requireFolders, type ContentFolders } from './folders.ts';
import { countProblems, printProblems } from './report.ts';
import { remembering } from '../build/remember.ts';
import { basePath, buildInstant, CALLER } from '../build/settings.ts';

/** Which offices are published with name and township only. */
const setAside = ({ quarantined, offices }: Catalogue): string =>
  [
    `有错误的司法所 ${quarantined.size} 个，网页上只写名称、乡镇和司法局电话，注明“页面正在更正”；其余照常生成：`,
    ...offices
      .filter(({ id }) => quarantined.has(id))
      .map(({ id, record }) => `  ${record.name}（offices/${id}/）`),
  ].join('\n');

/** Content without errors: linked, and as it was read. */
export interface CheckedContent {
  readonly catalogue: Catalogue;
  readonly contents: Contents;
}

/**
 * The whole content of a folder; undefined when it has errors, which are told as `check` tells them.
 * `env` has `BASE_PATH` and `SOURCE_DATE_EPOCH`.
 */
export function loadChecked(
  folders: ContentFolders,
  env: NodeJS.ProcessEnv = CALLER,
): CheckedContent | undefined {
  const { content, whereabouts, quarantine, explicitIndex, tell = printProblems } = folders;
  requireFolders({ content, whereabouts });
  const start = performance.now();
  process.stdout.write('检查内容……');
  const { catalogue, contents, problems, leftOut, files } = remembering(content, (keeping) =>
    loadContent(content, {
      today: dateInShanghai(buildInstant(env)),
      base: basePath(env),
      whereabouts,
      quarantine,
      explicitIndex,
      sparing: true,
      keeping,
    }),
  );
  if (!catalogue || !contents || catalogue.quarantined.size + leftOut.length > 0) {
    console.log('');
    tell(inOwn(problems, folders), asTyped(ownOf(folders).content));
    if (!catalogue || !contents) return undefined;
    if (leftOut.length > 0)
      console.log(`有错误的去向文件 ${leftOut.length} 个，没有用（见上）；其余照常生成。`);
    if (catalogue.quarantined.size > 0) console.log(setAside(catalogue));
    return { catalogue, contents };
  }
  const { warnings } = countProblems(problems);
  const hint = warnings > 0 ? `，${warnings} 个提醒（用 ${toType('check', ownOf(folders))} 查看）` : '';
  console.log(` ${files} 个文件，没有错误${hint}，${((performance.now() - start) / 1000).toFixed(1)} 秒`);
  return { catalogue, contents };
}
