/** A draft put onto the files as they are now. */
import type { Change } from '../../../domain/changes.ts';
import type { FormName } from '../forms.ts';
import type { OfficeFile } from '../office-files.ts';
import type { FormDraft } from '../session.ts';
import { peopleIn, photosIn, withPhoto } from '../people/staff-value.ts';
import type { OfficeEdits } from '../office-edits.ts';
import { ontoNow } from './onto-now.ts';
import type { Resumed } from './resume.ts';
import type { Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';

export interface Restored {
  /** Forms of which somebody else has changed the file since. */
  readonly moved: readonly FormName[];
  readonly conflicts: readonly { readonly name: FormName; readonly change: Change }[];
  readonly extras: Resumed;
}

/** A draft keeps no photos: an entry names none that the office does not have. */
function dropUnkeptPhotos(file: OfficeFile): void {
  const there = photosIn(file.before);
  for (const { id, photo } of peopleIn(file.value))
    if (photo !== undefined && !there.includes(photo)) file.value = withPhoto(file.value, id, undefined);
}

/** Puts a draft onto the files as they are now; what others have changed meanwhile stays. Throws a `ForgeError`. */
export async function restore(
  data: AdminData,
  forge: Forge,
  edits: OfficeEdits,
  draft: FormDraft,
): Promise<Restored> {
  const moved: FormName[] = [];
  const conflicts: { name: FormName; change: Change }[] = [];
  for (const [name, file] of edits.files) {
    const kept = draft.papers[name];
    if (!kept) continue;
    const merged = ontoNow(kept, file.stored?.sha, file.value);
    file.value = merged.value as OfficeFile['value'];
    if (name === 'staff') dropUnkeptPhotos(file);
    if (merged.isMoved) moved.push(name);
    conflicts.push(...merged.conflicts.map((change) => ({ name, change })));
  }
  if (draft.notice) Object.assign(edits.notice, draft.notice, { attached: [] });
  const { extras: kept = [] } = draft;
  const extras = kept.length
    ? await (await import('../entries.ts')).resumeExtras(data, forge, edits, kept)
    : { moved: [], lost: [] };
  return { moved, conflicts, extras };
}
