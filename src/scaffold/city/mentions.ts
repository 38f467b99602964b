import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder that speak of another place by name: what holds for one city need not hold for the next. */
export function filesThatMention(folder: string, names: readonly string[]): string[] {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:md|json)$/.test(entry.name) && entry.name !== 'README.md')
    .map((entry) => join(entry.parentPath, entry.name));
  const speaks = (file: string) => {
    const text = readFileSync(file, 'utf8');
    return names.some((name) => text.includes(name));
  };
  return files
    .filter(speaks)
    .map((file) => file.slice(folder.length + 1).replaceAll('\\', '/'))
    .sort();
}
