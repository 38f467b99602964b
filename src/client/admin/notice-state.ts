/** What stands in the form of a notice; what becomes of it is in `notice.ts`. */

export interface Attached {
  /** As it will be called: an address that never changes once it is published. */
  file: string;
  title: string;
  /** What is said in a recording. */
  transcript?: string;
  readonly bytes: Uint8Array;
}

/** The documents of a text. */
export interface Carrying {
  attached: Attached[];
  /** Attachments that are there already. */
  kept?: Omit<Attached, 'bytes'>[];
  /** Names of attachments that go: no other file takes their address. */
  gone?: string[];
}

/** What stands in the form of a notice. */
export interface Notice extends Carrying {
  value: Record<string, unknown>;
  body: string;
}

export const emptyNotice = (today: string): Notice => ({
  value: { published: today },
  body: '',
  attached: [],
});

/** True while nothing has been typed. */
export const isEmptyNotice = ({ value, body, attached }: Notice): boolean =>
  body.trim() === '' && attached.length === 0 && typeof value['title'] !== 'string';
