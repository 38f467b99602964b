/** Sends or packs everything that was changed for an office. */
import type { AdminData } from '../../views/admin.ts';
import type { Forge, Proposed } from './forges/types.ts';
import { packageOf, type ChangePackage } from './package.ts';
import { reviewParts } from './review-parts.ts';
import { descriptionOf, parcelsOf, send, titleOf, type Parcel } from './submit.ts';
import type { Work } from './work.ts';

function wordsFor(data: AdminData, work: Work, officeName: string, parcel: Parcel) {
  const told = reviewParts(data, work)
    .filter((part) => !part.isWhereabouts)
    .flatMap((part) => part.told);
  return {
    title: titleOf(officeName, parcel.titles),
    description: descriptionOf(officeName, told, parcel.isWhereabouts),
  };
}

/** One pull request for each parcel. Throws a `ForgeError`. */
export async function sendAll(
  data: AdminData,
  forge: Forge,
  work: Work,
  officeName: string,
): Promise<Proposed[]> {
  const sent: Proposed[] = [];
  for (const parcel of await parcelsOf(data, forge, work))
    sent.push(await send(data, forge, work, parcel, wordsFor(data, work, officeName, parcel)));
  return sent;
}

/** The folder of the repository in which paths of the content begin. */
const folderOf = ({ editor }: AdminData, { isWhereabouts }: Parcel) =>
  isWhereabouts ? (editor.data?.folder ?? '') : (editor.folder ?? 'content');

/** One package for each parcel, with the name of its file. */
export async function packAll(
  data: AdminData,
  forge: Forge,
  work: Work,
  officeName: string,
): Promise<(readonly [name: string, pack: ChangePackage])[]> {
  const parcels = await parcelsOf(data, forge, work);
  return parcels.map((parcel) => {
    const folder = folderOf(data, parcel);
    const within = (path: string) => (folder ? path.slice(folder.length + 1) : path);
    const edits = parcel.edits.map((edit) => ({ ...edit, path: within(edit.path) }));
    const about = {
      office: work.office,
      made: new Date().toISOString(),
      ...wordsFor(data, work, officeName, parcel),
    };
    return [
      `修改包-${officeName}-${parcel.titles.join('、')}-${work.today}.json`,
      packageOf(about, edits),
    ] as const;
  });
}
