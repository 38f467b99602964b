import type { FileEdit, Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';
import { placeOf, type OfficeEdits } from '../office-edits.ts';
import { photosIn } from './staff-value.ts';

/** Photos that staff names no longer: who leaves takes the photo along. Throws a `ForgeError`. */
export async function photosGone(
  data: AdminData,
  forge: Forge,
  { office, files }: OfficeEdits,
): Promise<FileEdit[]> {
  const staff = files.get('staff');
  const kept = new Set(photosIn(staff?.value));
  const gone = photosIn(staff?.before).filter((name) => !kept.has(name));
  const { path: folder, branch } = placeOf(data, office, 'notice');
  const read = await Promise.all(
    gone.map(async (name): Promise<FileEdit[]> => {
      const path = `${folder}/photos/${name}`;
      const before = await forge.read(path, branch);
      return before ? [{ path, bytes: undefined, before }] : [];
    }),
  );
  return read.flat();
}
