/** From what stands in the forms to pull requests: one for the content, one for whereabouts on their own branch. */
import { fingerprint } from '../../domain/fingerprint.ts';
import { isSame, propose } from '../../forges/propose.ts';
import type { AdminData } from '../../views/admin.ts';
import { accountOf, isNamedFor } from './account/account.ts';
import { FORMS, type FormName } from './forms.ts';
import { failed } from '../../forges/faults.ts';
import { ForgeError, type FileEdit, type Forge, type Proposed } from '../../forges/types.ts';
import { isEmptyNotice } from './notice-state.ts';
import { rootOf } from './content-root.ts';
import { freeName, noticeEdits } from './notice.ts';
import { freeAttachments } from './notices/free-names.ts';
import { changedExtras } from './extra.ts';
import { editOf } from './edit-file.ts';
import { photosGone } from './people/photos-gone.ts';
import { changesOf } from './office-files.ts';
import { changedForms, placeOf, type OfficeEdits } from './office-edits.ts';

/** Edits that go to one branch together. */
export interface Submission {
  readonly base: string;
  readonly titles: readonly string[];
  readonly edits: readonly FileEdit[];
  readonly isWhereabouts: boolean;
}

/** Everything that is to be sent, by branch; at most two submissions. */
export async function submissionsOf(
  data: AdminData,
  forge: Forge,
  edits: OfficeEdits,
): Promise<Submission[]> {
  const forms = changedForms(edits);
  const edit = (name: FormName) => {
    const file = edits.files.get(name);
    return file && changesOf(file).length ? [editOf(file, placeOf(data, edits.office, name).path)] : [];
  };
  const own = forms.filter((name) => name !== 'whereabouts');
  const extras = changedExtras(edits);
  const hasNotice = !isEmptyNotice(edits.notice);
  const carryings = [
    ...(hasNotice ? [edits.notice] : []),
    ...extras.flatMap((one) => one.carrying?.() ?? []),
  ];
  await freeAttachments(data, forge, edits.office, carryings);
  const notice = hasNotice
    ? noticeEdits(edits.notice, {
        root: rootOf(data.editor),
        owner: edits.office,
        name: await freeName(data, forge, edits.office, edits.notice),
      })
    : [];
  const content: Submission = {
    base: data.editor.branch,
    titles: [
      ...own.map((name) => FORMS[name].title),
      ...(hasNotice ? [`公告《${String(edits.notice.value['title'])}》`] : []),
      ...extras.map((one) => one.title()),
    ],
    edits: [
      ...own.flatMap(edit),
      ...notice,
      ...extras.flatMap((one) => one.edits()),
      ...(await photosGone(data, forge, edits)),
    ],
    isWhereabouts: false,
  };
  const daily: Submission = {
    base: data.editor.data?.branch ?? '',
    titles: ['去向'],
    edits: edit('whereabouts'),
    isWhereabouts: true,
  };
  return [content, daily].filter(({ edits }) => edits.length > 0);
}

/** The edits that are still to be made, on the files as they are now; refuses files that are not what was read. */
async function stillToMake(forge: Forge, { edits, base }: Submission): Promise<FileEdit[]> {
  const now = await Promise.all(edits.map(({ path }) => forge.read(path, base)));
  return edits.flatMap((edit, at) => {
    const stored = now[at];
    if (isSame(edit.bytes, stored?.bytes)) return [];
    if (edit.before?.sha !== stored?.sha) throw failed('changed');
    return [{ ...edit, before: stored }];
  });
}

/** `甲镇司法所：更新人员、去向`. */
export const titleOf = (officeName: string, titles: readonly string[]): string =>
  `${officeName}：更新${titles.join('、')}`;

/** `tianbao/qianwei/luocheng/1x8k…`: what is sent again goes to the branch that it went to before. */
function branchFor(office: string, { base, edits }: Submission): string {
  const parts = edits.flatMap(({ path, before, bytes }) => [path, before?.sha ?? '', bytes ?? '']);
  return `tianbao/${office}/${fingerprint([base, ...parts])}`;
}

/** Whether whereabouts go straight to their branch, as they do unless a bureau wants to look at them first. */
export const isStraight = ({ editor }: AdminData): boolean => editor.data?.direct !== false;

/** Refuses an account that main does not name for this office: the platform itself would let it write to the branch. */
async function requireOwn(data: AdminData, forge: Forge, office: string): Promise<void> {
  if (!isNamedFor(await accountOf(data, forge), office)) throw failed('unregistered');
}

const ATTEMPTS = 3;

/** Again, where all that stood in the way was somebody else who wrote to the same branch. */
async function unlessRaced<T>(act: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ForgeError) || error.fault !== 'raced' || count === ATTEMPTS) throw error;
    }
  }
}

/** Sends one submission, unless it is there already. Throws a `ForgeError`; then nothing has been proposed. */
export async function send(
  data: AdminData,
  forge: Forge,
  { office }: Pick<OfficeEdits, 'office'>,
  submission: Submission,
  words: { readonly title: string; readonly description: string },
): Promise<Proposed> {
  const { base, isWhereabouts } = submission;
  const straight = isWhereabouts && isStraight(data);
  if (straight) await requireOwn(data, forge, office);
  else if (isWhereabouts && (await forge.isPublic())) throw failed('exposed');
  const branch = straight ? undefined : branchFor(office, submission);
  return unlessRaced(async () => {
    if (forge.carryOn && !isWhereabouts) return forge.carryOn({ ...submission, ...words });
    const edits = await stillToMake(forge, submission);
    return edits.length === 0 ? {} : propose(forge, { base, branch, ...words, edits });
  });
}
