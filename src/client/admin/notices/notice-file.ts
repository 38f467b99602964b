/** A notice that is there already, while it is changed, extended or ended. */
import { alike, changesBetween } from '../../../domain/changes.ts';
import { attachmentFolder, noticeFolder } from '../../../domain/notice-places.ts';
import type { Problem } from '../../../domain/problems.ts';
import { patchFront, readFront } from '../../../editing/front-matter.ts';
import { toBytes, toText } from '../../../forges/base64.ts';
import type { FileEdit, Stored } from '../../../forges/types.ts';
import { notice as noticeSchema } from '../../../schemas/notice.ts';
import { assess, assessText, type Circumstances } from '../assess.ts';
import { ontoNow, type Kept } from '../drafts/onto-now.ts';
import type { Extra } from '../extra.ts';
import { carriedEdits, type Attached, type NoticeForm, type Removed } from '../notice-state.ts';
import { assessBody, noticeRecord, writtenNotice } from '../notice.ts';
import { tellChanges, type ToldChange } from '../words.ts';
import { differing } from './differing.ts';
import { lostInWords, wholeOf } from './whole.ts';
import { toldAttached, toldWithdrawn } from './told.ts';

type Group = Record<string, unknown>;

interface NoticeAt extends Circumstances {
  /** What stands in front of paths of the content in the repository. */
  readonly root: string;
  /** `dong/jia`, or the city. */
  readonly owner: string;
  /** `2026-11-02-tongzhi` */
  readonly name: string;
}

export class NoticeFile implements Extra {
  readonly at: NoticeAt;
  readonly file: string;
  notice: NoticeForm;
  /** Whether it goes as a whole. */
  isWithdrawn = false;
  readonly #stored: Stored;
  readonly #text: string;
  readonly #before: Group;
  readonly #body: string;

  /** Throws a `SyntaxError` for a file without readable front matter. */
  constructor(at: NoticeAt, stored: Stored) {
    this.at = at;
    this.file = `${noticeFolder(at.owner)}/${at.name}.md`;
    this.#stored = stored;
    this.#text = toText(stored.bytes);
    const { front, body } = readFront(this.#text);
    this.#before = front as Group;
    this.#body = body;
    this.notice = this.#asRead();
  }

  #asRead(): NoticeForm {
    const { attachments, ...value } = structuredClone(this.#before);
    const kept = (attachments ?? []) as Omit<Attached, 'bytes'>[];
    return { value, body: this.#body, attached: [], kept };
  }

  /** The attachments that go for good. */
  get removed(): readonly Removed[] {
    return this.notice.removed ?? [];
  }

  /** The attachments that it has carried so far. */
  get carried(): string[] {
    return this.#asRead().kept?.map(({ file }) => file) ?? [];
  }

  /** It goes, with some of its attachments; what was changed in it before is void. */
  withdraw(removed: readonly Removed[]): void {
    this.notice = { ...this.#asRead(), removed };
    this.isWithdrawn = true;
  }

  /** It stays as it was read. */
  keep(): void {
    this.isWithdrawn = false;
    this.notice.removed = [];
  }

  draft = (): Kept => ({
    sha: this.#stored.sha,
    before: wholeOf(this.#asRead()),
    value: wholeOf(this.notice),
    ...(this.isWithdrawn && { isWithdrawn: true }),
    ...(this.notice.gone && { gone: this.notice.gone }),
  });

  resume = (kept: Kept) => {
    const { value, isMoved, conflicts } = ontoNow(kept, this.#stored.sha, wholeOf(this.#asRead()));
    const { body, ...rest } = value as Group;
    this.notice = { ...this.notice, value: rest, body: String(body) };
    return { isMoved, lost: conflicts.map(lostInWords) };
  };

  get headline(): string {
    return String(this.notice.value['title'] ?? this.at.name);
  }

  title = (): string => `公告《${this.headline}》${this.isWithdrawn ? '（撤回）' : ''}`;

  carrying = (): NoticeForm => this.notice;

  text = (): string => (this.isWithdrawn ? '' : this.notice.body);

  /** When it stops counting; undefined while nobody has said. */
  get ends(): unknown {
    return this.notice.value['expires'];
  }

  /** From today on it counts no more; it stays to be read. */
  end(): void {
    this.notice.value['expires'] = this.at.today;
  }

  isChanged = (): boolean => {
    if (this.isWithdrawn) return true;
    const { updated: _, ...now } = this.#record();
    const { updated: __, ...before } = this.#before;
    return !alike(now, before) || this.notice.body.trim() !== this.#body || this.notice.attached.length > 0;
  };

  #record = (): Group => noticeRecord(this.notice) as Group;

  /** The front matter as it would be written: whoever changes a notice changes it today. */
  #front(): Group {
    const record = this.#record();
    return this.isChanged() && String(record['published']) <= this.at.today
      ? { ...record, updated: this.at.today }
      : record;
  }

  edits = (): FileEdit[] => {
    const { root, owner } = this.at;
    const bytes = this.isWithdrawn
      ? undefined
      : toBytes(patchFront(this.#text, { front: this.#front(), body: this.notice.body }));
    return [
      { path: `${root}${this.file}`, bytes, before: this.#stored },
      ...carriedEdits(`${root}${attachmentFolder(owner)}`, this.notice),
    ];
  };

  problems = (): Problem[] => {
    if (this.isWithdrawn) return [];
    const written = writtenNotice(this.at.owner, this.at.name, this.#front());
    return [
      ...assess([written], this.at),
      ...assessBody(this.notice, this.file),
      ...assessText(this.notice.body, this.file, ['body']),
    ];
  };

  told = (): ToldChange[] => {
    if (this.isWithdrawn) return toldWithdrawn(this.headline, this.notice, this.removed);
    const [before, after] = [this.#before, this.#record()];
    const fields = tellChanges(noticeSchema, before, after, changesBetween(before, after), () => undefined);
    const [old, now] = differing(this.#body, this.notice.body);
    const body = old === now ? [] : [{ where: '正文', before: old || '（没有）', after: now || '（删除）' }];
    return [...fields, ...body, ...toldAttached(this.notice)];
  };
}
