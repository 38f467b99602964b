/** A draft put onto the files as they are now. */
import type { Change } from '../../domain/changes.ts';
import { merge } from '../../domain/merge.ts';
import type { FormName } from './forms.ts';
import type { OfficeFile } from './office-files.ts';
import type { Draft } from './session.ts';
import { peopleIn, photosIn, withPhoto } from './people/staff-value.ts';
import type { OfficeEdits } from './office-edits.ts';

export interface Restored {
  /** Forms of which somebody else has changed the file since. */
  readonly moved: readonly FormName[];
  readonly conflicts: readonly { readonly name: FormName; readonly change: Change }[];
}

/** A draft keeps no photos: an entry names none that the office does not have. */
function dropUnkeptPhotos(file: OfficeFile): void {
  const there = photosIn(file.before);
  for (const { id, photo } of peopleIn(file.value))
    if (photo !== undefined && !there.includes(photo)) file.value = withPhoto(file.value, id, undefined);
}

/** Puts a draft onto the files as they are now; what others have changed meanwhile stays. */
export function restore(edits: OfficeEdits, draft: Draft): Restored {
  const moved: FormName[] = [];
  const conflicts: { name: FormName; change: Change }[] = [];
  for (const [name, file] of edits.files) {
    const kept = draft.papers[name];
    if (!kept) continue;
    const isSameFile = kept.sha === file.stored?.sha;
    const merged = isSameFile
      ? { value: kept.value, conflicts: [] }
      : merge(kept.before ?? {}, kept.value, file.value);
    file.value = merged.value as OfficeFile['value'];
    if (name === 'staff') dropUnkeptPhotos(file);
    if (!isSameFile) moved.push(name);
    conflicts.push(...merged.conflicts.map((change) => ({ name, change })));
  }
  if (draft.notice) Object.assign(edits.notice, draft.notice, { attached: [] });
  return { moved, conflicts };
}
