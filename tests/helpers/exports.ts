/** The files for others as a build would make them, without a build. */
import { fingerprint, namedUuid } from '../../src/catalogue/revision.ts';
import type { Catalogue } from '../../src/catalogue/types.ts';
import { loadContent } from '../../src/catalogue/load.ts';
import { ROOT } from '../../src/command/command.ts';
import type { Export } from '../../src/exports/context.ts';
import { exportsOf } from '../../src/exports/table.ts';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure } from './configured-site.ts';
import { aHistory } from './history.ts';
import { aContent, CONTENT_DAY, type Overrides } from './content.ts';

export const SITE = 'https://sfs.example.gov.cn';

/** Every file of a city on a day, by its path. */
export function filesOf(catalogue: Catalogue, now: Date): ReadonlyMap<string, Export> {
  const files = exportsOf(catalogue, {
    address: (path) => SITE + path,
    within: (path) => path,
    digest: fingerprint,
    uuid: namedUuid,
    now,
    history: aHistory(catalogue),
  });
  return new Map(files.map((file) => [file.path, file]));
}

/** The files of the small city of the tests, with changes. */
export function smallCity(overrides: Overrides = {}, now = new Date('2026-11-22T02:00:00Z')) {
  const { catalogue, problems } = aContent(overrides);
  if (!catalogue) throw new Error(JSON.stringify(problems));
  return { catalogue, files: filesOf(catalogue, now) };
}

/** The files of the city of this repository. */
export function realCity(folder = join(ROOT, 'content')) {
  const { catalogue, problems } = loadContent(folder, { today: CONTENT_DAY });
  if (!catalogue) throw new Error(JSON.stringify(problems));
  return { catalogue, files: filesOf(catalogue, new Date(`${CONTENT_DAY}T02:00:00Z`)) };
}

/** The files of the same city where every telephone is published, and one office has everything. */
export function fullCity() {
  const folder = mkdtempSync(join(tmpdir(), 'full-city-'));
  try {
    cpSync(join(ROOT, 'content'), folder, { recursive: true });
    configure(folder);
    return realCity(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
