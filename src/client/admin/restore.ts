/** A draft put onto the files as they are now. */
import type { Change } from '../../domain/changes.ts';
import { reapply } from '../../domain/merge.ts';
import type { FormName } from './forms.ts';
import type { Paper } from './office-files.ts';
import type { Draft } from './session.ts';
import type { Work } from './work.ts';

export interface Restored {
  /** Forms of which somebody else has changed the file since. */
  readonly moved: readonly FormName[];
  readonly conflicts: readonly { readonly name: FormName; readonly change: Change }[];
}

/** Puts a draft onto the files as they are now; what others have changed meanwhile stays. */
export function restore(work: Work, draft: Draft): Restored {
  const moved: FormName[] = [];
  const conflicts: { name: FormName; change: Change }[] = [];
  for (const [name, paper] of work.papers) {
    const kept = draft.papers[name];
    if (!kept) continue;
    const isSameFile = kept.sha === paper.stored?.sha;
    const merged = isSameFile
      ? { value: kept.value, conflicts: [] }
      : reapply(kept.before ?? {}, kept.value, paper.value);
    paper.value = merged.value as Paper['value'];
    if (!isSameFile) moved.push(name);
    conflicts.push(...merged.conflicts.map((change) => ({ name, change })));
  }
  if (draft.notice) Object.assign(work.notice, draft.notice, { attached: [] });
  return { moved, conflicts };
}
