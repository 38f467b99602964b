/** What taking something down means: files that go, files that change, addresses, words to look for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TakedownPlan {
  /** New texts by file; of whereabouts, in their own folder. */
  readonly writes: ReadonlyMap<string, string>;
  readonly deletes: readonly string[];
  /** Addresses that are no more. */
  readonly gone: readonly string[];
  /** Addresses that stay, but held the item itself. */
  readonly stale: readonly string[];
  /** Addresses that stay, and only told of the item: whatever has none of the others never had it. */
  readonly mentions: readonly string[];
  /** What must be found nowhere afterwards. */
  readonly needles: readonly string[];
}

export interface TakedownFolders {
  readonly content: string;
  readonly whereabouts: string;
}

/** The text of a file. */
export const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
