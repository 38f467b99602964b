import type { Files } from '../editing/files.ts';

/** One step from a version of content to the next. */
export interface MigrationStep {
  /** The version it leads to. */
  readonly to: number;
  /** What it does, for operators. */
  readonly says: readonly string[];
  /** Files in, files out, with what it leaves to people; `national` are the texts that come with the program. */
  readonly run: (
    files: Files,
    national: Files,
  ) => { readonly files: Files; readonly notes: readonly string[] };
}
