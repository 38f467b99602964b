/** Sends or packs everything that was changed for an office. */
import type { AdminData } from '../../views/admin.ts';
import type { Forge, Proposed } from '../../forges/types.ts';
import { packageOf, type ChangePackage } from './package.ts';
import { reviewParts } from './review-parts.ts';
import { descriptionOf, untoldOf } from './request-words.ts';
import { submissionsOf, send, titleOf, type Submission } from './submit.ts';
import type { ProposalPlan } from './bureau/room.ts';
import type { OfficeEdits } from './office-edits.ts';

function wordsFor(data: AdminData, edits: OfficeEdits, officeName: string, submission: Submission) {
  const parts = reviewParts(data, edits).filter((part) => !part.isWhereabouts);
  return {
    title: titleOf(officeName, submission.titles),
    description: submission.isWhereabouts ? untoldOf(officeName) : descriptionOf(officeName, parts),
  };
}

/** One pull request for each submission. Throws a `ForgeError`. */
export async function sendAll(
  data: AdminData,
  forge: Forge,
  edits: OfficeEdits,
  officeName: string,
): Promise<Proposed[]> {
  const sent: Proposed[] = [];
  for (const submission of await submissionsOf(data, forge, edits))
    sent.push(await send(data, forge, edits, submission, wordsFor(data, edits, officeName, submission)));
  return sent;
}

/** What somebody proposes who is no office. Throws a `ForgeError`. */
export function sendPlan(
  data: AdminData,
  forge: Forge,
  { branch, by, titles, parts, edits }: ProposalPlan,
): Promise<Proposed> {
  const submission = { base: data.editor.branch, titles, edits, isWhereabouts: false };
  const words = { title: titleOf(by, titles), description: descriptionOf(by, parts) };
  return send(data, forge, { office: branch }, submission, words);
}

/** The folder of the repository in which paths of the content begin. */
const folderOf = ({ editor }: AdminData, { isWhereabouts }: Submission) =>
  isWhereabouts ? (editor.data?.folder ?? '') : (editor.folder ?? 'content');

/** One package for each submission, with the name of its file. */
export async function packAll(
  data: AdminData,
  forge: Forge,
  edits: OfficeEdits,
  officeName: string,
): Promise<(readonly [name: string, pack: ChangePackage])[]> {
  const submissions = await submissionsOf(data, forge, edits);
  return submissions.map((submission) => {
    const folder = folderOf(data, submission);
    const within = (path: string) => (folder ? path.slice(folder.length + 1) : path);
    const packed = submission.edits.map((edit) => ({ ...edit, path: within(edit.path) }));
    const about = {
      office: edits.office,
      made: new Date().toISOString(),
      ...wordsFor(data, edits, officeName, submission),
    };
    return [
      `修改包-${officeName}-${submission.titles.join('、')}-${edits.today}.json`,
      packageOf(about, packed),
    ] as const;
  });
}
