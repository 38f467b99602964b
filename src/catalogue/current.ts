import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isError, type Problem } from '../domain/problems.ts';
import { loadContent } from './load.ts';
import { buildDay } from './today.ts';
import type { Catalogue } from './types.ts';

let current: { stamp: string; catalogue: Catalogue } | undefined;

/**
 * The catalogue of the running build, read once for each folder, path and day. The folder is `OPEN_OFFICE_CONTENT`, else `content`; whereabouts
 * come from `OPEN_OFFICE_WHEREABOUTS` where it is set; offices with errors are set aside where `OPEN_OFFICE_QUARANTINE` is 1; the day is
 * that of the build. While developing (`OPEN_OFFICE_DEV`) a changed file is read anew.
 * Throws an error that lists every problem when the content has errors.
 */
export function catalogue(): Catalogue {
  const folder = resolve(process.env['OPEN_OFFICE_CONTENT'] || 'content');
  const settings = {
    today: buildDay(),
    base: process.env['BASE_PATH'] || undefined,
    whereabouts: process.env['OPEN_OFFICE_WHEREABOUTS'] || undefined,
    quarantine: process.env['OPEN_OFFICE_QUARANTINE'] === '1',
  };
  const files = process.env['OPEN_OFFICE_DEV'] ? stampOf(folder) : folder;
  const stamp = JSON.stringify([settings, files]);
  if (current?.stamp === stamp) return current.catalogue;
  const loaded = loadContent(folder, settings);
  if (!loaded.catalogue) throw new Error(listErrors(loaded.problems));
  current = { stamp, catalogue: loaded.catalogue };
  return current.catalogue;
}

/** Changes when any file is added, removed or saved. */
function stampOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const times = files.map((item) => {
    const path = resolve(item.parentPath, item.name);
    return `${path}:${statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0}`;
  });
  return [folder, ...times].join('\n');
}

const listErrors = (problems: readonly Problem[]) =>
  [
    '内容有错误，不能生成网站：',
    ...problems
      .filter(isError)
      .map(({ file, line, field, message, remedy }) =>
        [`${file}:${line ?? 1}`, field, message, `→ ${remedy}`].filter(Boolean).join(' '),
      ),
  ].join('\n');
