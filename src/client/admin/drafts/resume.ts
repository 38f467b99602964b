/** Notices and local texts of a draft, opened again and gone on with. */
import type { Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';
import type { Extra, KeptExtra } from '../extra.ts';
import { LocalText } from '../guides/local-text.ts';
import { openText, type Audience } from '../guides/open-text.ts';
import { noticesOf, openNotice } from '../notices/earlier.ts';
import { NoticeFile } from '../notices/notice-file.ts';
import { ofText, removeAttachment, withdraw, type At } from '../notices/withdraw.ts';
import type { OfficeEdits } from '../office-edits.ts';

export interface Resumed {
  /** What somebody else has changed since. */
  readonly moved: readonly string[];
  /** What could not be put back, in words. */
  readonly lost: readonly string[];
}

async function open(
  data: AdminData,
  forge: Forge,
  edits: OfficeEdits,
  file: string,
): Promise<Extra | undefined> {
  const notice = /\/affairs\/([^/]+)\.md$/.exec(file)?.[1];
  if (notice !== undefined) return openNotice(data, forge, noticesOf(edits), notice);
  const [, folder = '', guide = ''] = /^(?:(offices|counties)\/.*)?services\/([^/]+)\.md$/.exec(file) ?? [];
  const audience: Audience = folder === 'offices' ? 'office' : folder === 'counties' ? 'county' : 'city';
  return openText(data, forge, edits, guide, audience);
}

/** What was to go is to go again, on the files as they are now. */
async function takeOut(at: At, notice: NoticeFile, { isWithdrawn, gone }: KeptExtra): Promise<void> {
  if (isWithdrawn) return withdraw(at, notice);
  await takeApart(at, notice, gone);
}

/** Of the attachments that were to go, those that are still there. */
async function takeApart(at: At, text: NoticeFile | LocalText, gone: readonly string[] = []): Promise<void> {
  const there = text.carrying().kept?.map(({ file }) => file) ?? [];
  for (const name of gone.filter((one) => there.includes(one))) await removeAttachment(at, text, name);
}

/** Goes on with what a draft keeps. Throws a `ForgeError`. */
export async function resumeExtras(
  data: AdminData,
  forge: Forge,
  edits: OfficeEdits,
  kept: readonly KeptExtra[],
): Promise<Resumed> {
  const all = await Promise.all(
    kept.map(async (one): Promise<Resumed> => {
      const extra = await open(data, forge, edits, one.file);
      if (!extra?.resume) return { moved: [], lost: [`${one.title}已经不在了，您改的没有放上去`] };
      edits.extras.set(extra.file, extra);
      const { isMoved, lost } = extra.resume(one);
      return {
        moved: isMoved ? [extra.title()] : [],
        lost: lost.map((words) => `${extra.title()} · ${words}`),
      };
    }),
  );
  for (const one of kept) {
    const text = edits.extras.get(one.file);
    const at = { data, forge, edits: noticesOf(edits) };
    if (text instanceof NoticeFile) await takeOut(at, text, one);
    if (text instanceof LocalText) await takeApart(ofText(at, text), text, one.gone);
  }
  return { moved: all.flatMap(({ moved }) => moved), lost: all.flatMap(({ lost }) => lost) };
}
