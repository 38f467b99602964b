/** The notices of an owner that are there already, the newest first. */
import { noticeFolder } from '../../../domain/notice-places.ts';
import { ForgeError, type Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';
import { rootOf } from '../content-root.ts';
import type { OfficeEdits } from '../office-edits.ts';
import { NoticeFile } from './notice-file.ts';

/** So many are shown at once; older ones when they are asked for. */
const MOST = 5;

/** Notices of an office, or of the city, while some of them are changed. */
export interface Notices extends Pick<OfficeEdits, 'today' | 'publicRepository' | 'areaCode' | 'extras'> {
  readonly owner: string;
}

/** Those of an office, among all that is edited for it. */
export const noticesOf = ({ office, ...edits }: OfficeEdits): Notices => ({ ...edits, owner: office });

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
  edits: Notices,
  name: string,
): Promise<NoticeFile | undefined> {
  const { owner, today, publicRepository, areaCode } = edits;
  const file = `${noticeFolder(owner)}/${name}.md`;
  const open = edits.extras.get(file);
  if (open instanceof NoticeFile) return open;
  const root = rootOf(data.editor);
  const stored = await forge.read(`${root}${file}`, data.editor.branch);
  return stored && new NoticeFile({ root, owner, name, today, publicRepository, areaCode }, stored);
}

/** Reads the newest notices; those that are being changed already are the same ones. Throws a `ForgeError`. */
export async function earlierNotices(
  data: AdminData,
  forge: Forge,
  edits: Notices,
  count = MOST,
): Promise<Earlier> {
  const folder = `${rootOf(data.editor)}${noticeFolder(edits.owner)}`;
  const names = (await forge.list(folder, data.editor.branch))
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
