/** The notices of an office that are there already, the newest first. */
import type { Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';
import { placeOf, type OfficeEdits } from '../office-edits.ts';
import { NoticeFile } from './notice-file.ts';

/** So many are shown at once; older ones when they are asked for. */
const MOST = 20;

interface Earlier {
  readonly files: readonly NoticeFile[];
  /** Files that cannot be read as notices. */
  readonly unread: readonly string[];
  readonly more: boolean;
}

/** Reads the newest notices; those that are being changed already are the same ones. Throws a `ForgeError`. */
export async function earlierNotices(
  data: AdminData,
  forge: Forge,
  edits: OfficeEdits,
  count = MOST,
): Promise<Earlier> {
  const { path: folder, branch } = placeOf(data, edits.office, 'notice');
  const names = (await forge.list(`${folder}/affairs`, branch))
    .flatMap((name) => (/^\d{4}-\d{2}-\d{2}-.+\.md$/.test(name) ? [name.slice(0, -3)] : []))
    .toSorted()
    .toReversed();
  const { office, today, publicRepository, areaCode } = edits;
  const read = await Promise.all(
    names.slice(0, count).map(async (name): Promise<NoticeFile | string> => {
      const open = edits.extras.get(`offices/${office}/affairs/${name}.md`);
      if (open instanceof NoticeFile) return open;
      const stored = await forge.read(`${folder}/affairs/${name}.md`, branch);
      try {
        return stored
          ? new NoticeFile({ folder, office, name, today, publicRepository, areaCode }, stored)
          : name;
      } catch {
        return name;
      }
    }),
  );
  return {
    files: read.filter((one) => one instanceof NoticeFile),
    unread: read.filter((one) => typeof one === 'string'),
    more: names.length > count,
  };
}
