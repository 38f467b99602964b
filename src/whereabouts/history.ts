import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue } from '../catalogue/types.ts';
import { asTyped, manualPage } from '../command/command.ts';
import type { ContentFolders } from '../command/folders.ts';

/** True when a folder, or one that it lies in, is under Git. */
const isVersioned = (folder: string): boolean =>
  existsSync(join(folder, '.git')) || (dirname(folder) !== folder && isVersioned(dirname(folder)));

/**
 * Whereabouts of real offices in a folder that keeps its history would pile up to a record of people's movements
 * (facts A8-3: 个人信息保护法第二十八条). Undefined when there is nothing to warn of.
 */
export function historyWarning(from: ContentFolders, catalogue: Catalogue | undefined): string | undefined {
  const { content, whereabouts } = from;
  const own = whereabouts === undefined || whereabouts === content;
  const count = catalogue?.offices.filter((office) => office.whereabouts).length ?? 0;
  if (!own || count === 0 || !isVersioned(content)) return undefined;
  return [
    `提醒：${count} 个所的去向写在 ${asTyped(content)} 里，会永久留在 Git 的历史中，积成工作人员的行踪记录。`,
    `请放到不留历史的数据分支里，用 --whereabouts 指定，做法见 ${manualPage('whereabouts')}。`,
  ].join('\n');
}
