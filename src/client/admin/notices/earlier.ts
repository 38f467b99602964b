/** The notices of an office that are there already, the newest first. */
import { ForgeError, type Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';
import { placeOf, type OfficeEdits } from '../office-edits.ts';
import { NoticeFile } from './notice-file.ts';

/** So many are shown at once; older ones when they are asked for. */
const MOST = 5;

interface Earlier {
  readonly files: readonly NoticeFile[];
  /** Files that cannot be read as notices. */
  readonly unread: readonly string[];
  readonly more: boolean;
}

/** Opens a notice, or goes on with it where it is open; undefined where there is none. Throws also a `SyntaxError`. */
export async function openNotice(
  data: AdminData,
  forge: Forge,
  edits: OfficeEdits,
  name: string,
): Promise<NoticeFile | undefined> {
  const { office, today, publicRepository, areaCode } = edits;
  const open = edits.extras.get(`offices/${office}/affairs/${name}.md`);
  if (open instanceof NoticeFile) return open;
  const { path: folder, branch } = placeOf(data, office, 'notice');
  const stored = await forge.read(`${folder}/affairs/${name}.md`, branch);
  return stored && new NoticeFile({ folder, office, name, today, publicRepository, areaCode }, stored);
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
  const read = await Promise.all(
    names.slice(0, count).map((name) =>
      openNotice(data, forge, edits, name).then(
        (found) => found ?? name,
        (error: unknown) => {
          if (error instanceof ForgeError) throw error;
          return name;
        },
      ),
    ),
  );
  return {
    files: read.filter((one) => one instanceof NoticeFile),
    unread: read.filter((one) => typeof one === 'string'),
    more: names.length > count,
  };
}
