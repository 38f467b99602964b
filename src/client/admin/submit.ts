/** From what stands in the forms to pull requests: one for the content, one for whereabouts on their own branch. */
import type { AdminData } from '../../views/admin.ts';
import { FORMS, type FormName } from './forms.ts';
import { ForgeError, type Edit, type Forge, type Proposed } from './forges/types.ts';
import { isEmptyNotice } from './notice-state.ts';
import { noticeEdits, noticeSlug } from './notice.ts';
import { editOf } from './edit-file.ts';
import { changesOf } from './office-files.ts';
import { randomText } from './random.ts';
import type { Told } from './words.ts';
import { changedForms, placeOf, type OfficeEdits } from './office-edits.ts';

/** Edits that go to one branch together. */
export interface Submission {
  readonly base: string;
  readonly titles: readonly string[];
  readonly edits: readonly Edit[];
  readonly isWhereabouts: boolean;
}

/** The first free name for the notice of a day: a second one of the same kind gets a number. */
async function nameNotice(data: AdminData, forge: Forge, { office, notice }: OfficeEdits): Promise<string> {
  const { path, branch } = placeOf(data, office, 'notice');
  for (let number = 1; ; number += 1) {
    const name = `${String(notice.value['published'])}-${noticeSlug(notice, number)}`;
    if (!(await forge.read(`${path}/affairs/${name}.md`, branch))) return name;
  }
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
  const hasNotice = !isEmptyNotice(edits.notice);
  const notice = hasNotice
    ? noticeEdits(
        edits.notice,
        placeOf(data, edits.office, 'notice').path,
        await nameNotice(data, forge, edits),
      )
    : [];
  const content: Submission = {
    base: data.editor.branch,
    titles: [
      ...own.map((name) => FORMS[name].title),
      ...(hasNotice ? [`公告《${String(edits.notice.value['title'])}》`] : []),
    ],
    edits: [...own.flatMap(edit), ...notice],
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

/** Refuses edits of files that are no longer what was read. */
async function requireUnmoved(forge: Forge, { edits, base }: Submission): Promise<void> {
  const now = await Promise.all(edits.map(({ path }) => forge.read(path, base)));
  const moved = edits.some(({ before }, at) => before?.sha !== now[at]?.sha);
  if (moved) throw new ForgeError('changed');
}

/** `甲镇司法所：更新人员、去向`. */
export const titleOf = (officeName: string, titles: readonly string[]): string =>
  `${officeName}：更新${titles.join('、')}`;

/** Text from a form as plain text in Markdown: no link, mention, mark or code comes alive. */
const plain = (text: string) =>
  text
    .replace(/[\\`*_{}[\]<>#|~@!]/g, '\\$&')
    .replace(/:\/\/|www\./g, '\\$&')
    .replace(/\s+/g, ' ');

/** What a reviewer reads: each change in the words of the page. Whereabouts are not repeated: they leave no trace. */
export function descriptionOf(officeName: string, told: readonly Told[], isWhereabouts: boolean): string {
  const lines = isWhereabouts
    ? ['更新去向。内容见文件，这里不重复，以免留下行踪记录。']
    : told.map(({ where, before, after }) => `- ${plain(where)}：${plain(before)} → ${plain(after)}`);
  return [`${officeName}从填报页提交。`, '', ...lines].join('\n');
}

/** `tianbao/qianwei/luocheng/20261122-aB3x`: two submissions of the same minute get different ones. */
const branchFor = (office: string, today: string) =>
  `tianbao/${office}/${today.replaceAll('-', '')}-${randomText(6).replace(/[-_]/g, 'x')}`;

/** Sends one submission. Throws a `ForgeError`; then nothing has been proposed. */
export async function send(
  { editor }: AdminData,
  forge: Forge,
  edits: OfficeEdits,
  submission: Submission,
  words: { readonly title: string; readonly description: string },
): Promise<Proposed> {
  await requireUnmoved(forge, submission);
  const straight = submission.isWhereabouts && editor.data?.direct === true;
  const branch = straight ? undefined : branchFor(edits.office, edits.today);
  return forge.propose({ base: submission.base, branch, ...words, edits: submission.edits });
}
