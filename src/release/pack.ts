/** Writes a release into a folder: archives, their checksums, and the list of what is in them. */
import { join } from 'node:path';
import { replaceFile, sweep } from '../command/aside.ts';
import { includedConfigs } from './hosting/configs.ts';
import { tarOf, zipOf } from './archive.ts';
import { type Assembled, type ReleaseFiles, inOrder, sha256 } from './assemble.ts';
import { guideOf } from './guide.ts';

/** In the form that `sha256sum -c` reads. */
const sums = (files: ReleaseFiles): string =>
  [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');

const asBytes = (texts: Iterable<readonly [string, string]>) =>
  [...texts].map(([name, text]) => [name, Buffer.from(text)] as const);

/** Everything in the archive: the site, configurations to include, a guide, the list, checksums. */
export function contentsOf({ manifest, hosting, files }: Assembled): ReleaseFiles {
  const site = [...files].map(([name, bytes]) => [`site/${name}`, bytes] as const);
  const configs = [...includedConfigs(hosting)].map(([name, text]) => [`config/${name}`, text] as const);
  const all = inOrder([
    ...site,
    ...asBytes([
      ...configs,
      ['manifest.json', `${JSON.stringify(manifest, null, 1)}\n`],
      ['说明.txt', guideOf(manifest)],
    ]),
  ]);
  return new Map([...all, ...asBytes([['SHA256SUMS', sums(all)]])]);
}

/** Writes `open-office-<id>.tar.gz`, `.zip` and `.sha256`; returns their names. */
export async function pack(assembled: Assembled, out: string): Promise<ReleaseFiles> {
  const { id, builtFor } = assembled.manifest;
  const [folder, instant, files] = [`open-office-${id}`, new Date(builtFor), contentsOf(assembled)];
  const archives = new Map([
    [`${folder}.tar.gz`, await tarOf(folder, files, instant)],
    [`${folder}.zip`, zipOf(folder, files, instant)],
  ]);
  sweep(out);
  for (const [name, bytes] of archives) replaceFile(join(out, name), bytes);
  replaceFile(join(out, `${folder}.sha256`), sums(archives));
  return archives;
}
