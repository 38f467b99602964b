/** What was written onto a file, put onto the file as it is now. */
import type { Change } from '../../../domain/changes.ts';
import { merge } from '../../../domain/merge.ts';

/** What a draft keeps of one file: what it was made from and what was typed. */
export interface Kept {
  readonly sha: string | undefined;
  readonly before: unknown;
  readonly value: unknown;
  /** Of a notice that is to go; what was typed before is void. */
  readonly isWithdrawn?: true;
  /** Attachments that are to go. */
  readonly gone?: readonly string[];
}

interface OntoNow {
  readonly value: unknown;
  /** Whether somebody else has changed the file since. */
  readonly isMoved: boolean;
  /** Where both changed the same, theirs stands; this is what was typed. */
  readonly conflicts: readonly Change[];
}

/** `sha` and `now` are those of the file as it is now. */
export function ontoNow(kept: Kept, sha: string | undefined, now: unknown): OntoNow {
  if (kept.sha === sha) return { value: kept.value, isMoved: false, conflicts: [] };
  return { ...merge(kept.before ?? {}, kept.value, now), isMoved: true };
}
