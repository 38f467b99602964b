/** What stands in the form of a notice; what becomes of it is in `notice.ts`. */
import type { FileEdit, Stored } from '../../forges/types.ts';

export interface Attached {
  /** As it will be called: an address that never changes once it is published. */
  file: string;
  title: string;
  /** What is said in a recording. */
  transcript?: string;
  readonly bytes: Uint8Array;
}

/** An attachment that goes, as it stands. */
export interface Removed {
  readonly name: string;
  readonly stored: Stored;
}

/** The documents of a text. */
export interface Carrying {
  attached: Attached[];
  /** Attachments that are there already. */
  kept?: Omit<Attached, 'bytes'>[];
  /** Names of attachments that go: no other file takes their address. */
  gone?: string[];
  /** Those of them, or of a text that goes as a whole, that nothing else carries: their files go too. */
  removed?: readonly Removed[];
}

/** An attachment is carried no longer; its file goes where it is among the removed. */
export function letGo(carrying: Carrying, name: string, removed: readonly Removed[]): void {
  carrying.kept = carrying.kept?.filter(({ file }) => file !== name) ?? [];
  carrying.gone = [...(carrying.gone ?? []), name];
  carrying.removed = [...(carrying.removed ?? []), ...removed];
}

/** The files that go, and those that come. */
export const carriedEdits = (folder: string, { attached, removed = [] }: Carrying): FileEdit[] => [
  ...removed.map(({ name, stored }) => ({ path: `${folder}/${name}`, bytes: undefined, before: stored })),
  ...attached.map(({ file, bytes }) => ({ path: `${folder}/${file}`, bytes })),
];

/** What stands in the form of a notice. */
export interface NoticeForm extends Carrying {
  value: Record<string, unknown>;
  body: string;
}

export const emptyNotice = (today: string): NoticeForm => ({
  value: { published: today },
  body: '',
  attached: [],
});

/** True while nothing has been typed. */
export const isEmptyNotice = ({ value, body, attached }: NoticeForm): boolean =>
  body.trim() === '' && attached.length === 0 && typeof value['title'] !== 'string';
