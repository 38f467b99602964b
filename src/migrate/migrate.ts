/** Content of an older program made into that of this one, a version at a time. */
import { CONTENT_VERSION, contentVersionOf } from '../domain/content-version.ts';
import { edit, recordAt, type Files } from '../editing/files.ts';
import type { MigrationStep } from './step.ts';
import { TO_2 } from './to-2/step.ts';

const STEPS: readonly MigrationStep[] = [TO_2];

interface Migrated {
  readonly from: number;
  readonly files: Files;
  /** What was done, for operators. */
  readonly says: readonly string[];
  /** What is left to people. */
  readonly notes: readonly string[];
}

/** The version of a content folder; undefined where its settings cannot tell. */
export const versionIn = (files: Files): number | undefined =>
  contentVersionOf(recordAt<unknown>(files, 'site.json'));

/** The site's settings with their version, behind what the site is called. */
function numbered(site: Readonly<Record<string, unknown>>, version: number) {
  const { contentVersion: _, title, shortTitle, description, ...rest } = site;
  const head = Object.fromEntries(
    Object.entries({ title, shortTitle, description }).filter(([, value]) => value !== undefined),
  );
  return { ...head, contentVersion: version, ...rest };
}

/**
 * All steps that lead from the content's version to this program's; the same files where there are none. `national` are
 * the texts that come with the program.
 */
export function migrate(files: Files, national: Files): Migrated {
  const from = versionIn(files) ?? CONTENT_VERSION;
  const start: Migrated = { from, files, says: [], notes: [] };
  return STEPS.filter(({ to }) => to > from && to <= CONTENT_VERSION).reduce((now, step) => {
    const { files: next, notes } = step.run(now.files, national);
    return {
      from,
      files: edit<Readonly<Record<string, unknown>>>(next, 'site.json', (site) => numbered(site, step.to)),
      says: [...now.says, ...step.says],
      notes: [...now.notes, ...notes],
    };
  }, start);
}
