import { createHash } from 'node:crypto';
import { runningBuild } from './current.ts';
import { readFolder } from './read-folder.ts';

/**
 * The revision of the content that is being built: a fingerprint of every file, by name and bytes. The same content
 * has the same one wherever it is built; exports carry it as `generatedFrom` (design §5).
 */
export function contentRevision(folder = runningBuild().folder): string {
  const hash = createHash('sha256');
  for (const { file, read } of readFolder(folder).files) {
    const bytes = read();
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return `sha256:${hash.digest('hex').slice(0, 16)}`;
}
