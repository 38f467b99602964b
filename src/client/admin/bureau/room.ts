/** What every work of a bureau is done with: the account, the files as they stand, the look-over, the way out. */
// With all that the forms have loaded already, so that the bundler leaves it in one piece.
import '../office-edits.ts';
import { may } from '../../../domain/ownership.ts';
import type { Problem } from '../../../domain/problems.ts';
import { toBytes, toText } from '../../../forges/base64.ts';
import type { FileEdit, Forge, Proposed, Stored } from '../../../forges/types.ts';
import type { Owner } from '../../../schemas/owners.ts';
import type { AdminData } from '../../../views/admin.ts';
import type { Onward } from '../onward.ts';
import type { ReviewPart } from '../review.ts';

export interface Room {
  readonly data: AdminData;
  readonly forge: Forge;
  readonly owner: Owner;
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string;
  /** Takes a step onto the screen. */
  readonly show: (step: HTMLElement) => void;
  /** Back to what can be done here. */
  readonly home: () => void;
  /** With a way onward, the step on the screen stays with what was entered. */
  readonly failed: (error: unknown, onward?: Onward) => void;
}

/** What is to be proposed, as it is looked over. */
export interface ProposalPlan {
  /** Names the branch: `ju/<what>`. */
  readonly branch: string;
  /** Who proposes it and what: `东县司法局：更新名册`. */
  readonly by: string;
  readonly titles: readonly string[];
  readonly parts: readonly ReviewPart[];
  readonly edits: readonly FileEdit[];
  readonly problems: readonly Problem[];
}

/** The counties, by slug and name, that an account answers for. */
export const countiesOf = ({ data, owner }: Pick<Room, 'data' | 'owner'>) =>
  data.counties.filter(({ slug }) => may(owner, { level: 'county', county: slug }));

/** Who speaks: the bureau of the one county of an account, else the city's. */
export function bureauOf({ data, owner }: Room): string {
  const [only, ...more] = owner.city || owner.maintainer ? [] : countiesOf({ data, owner });
  return only && more.length === 0 ? `${only.name}司法局` : '市司法局';
}

/** Where a file of the content stands in the repository. */
export const placed = ({ editor }: AdminData, file: string): string =>
  [editor.folder ?? 'content', file].filter(Boolean).join('/');

/** A file of the content as it stands. Throws a `ForgeError`. */
export const readFile = ({ data, forge }: Room, file: string): Promise<Stored | undefined> =>
  forge.read(placed(data, file), data.editor.branch);

/** A text that is to stand in a file, in place of what stands there. */
export const editTo = ({ data }: Room, file: string, text: string, before: Stored | undefined): FileEdit => ({
  path: placed(data, file),
  bytes: toBytes(text),
  before,
});

/** The data of a JSON file; undefined where it is not there. */
export const valueOf = (stored: Stored | undefined): unknown =>
  stored && (JSON.parse(toText(stored.bytes)) as unknown);

/** Shows what will change, and sends it when that is wanted; back leads to the form in which it was filled in. */
export async function lookOver(room: Room, plan: ProposalPlan, form: HTMLElement): Promise<void> {
  const step = form.closest<HTMLElement>('section.step');
  const back = () => (step ? room.show(step) : room.home());
  const { doneStep, reviewStep, sendPlan } = await import('../review-and-send.ts');
  const send = async () => {
    try {
      const sent: Proposed = await sendPlan(room.data, room.forge, plan);
      room.show(doneStep([sent], room.home));
    } catch (error) {
      room.failed(error, { again: send, reload: () => Promise.resolve(back()) });
    }
  };
  const { parts, problems } = plan;
  room.show(
    reviewStep({
      parts,
      problems,
      canSend: true,
      isStraight: false,
      outdated: [],
      verify: () => undefined,
      back,
      goTo: back,
      send,
      logIn: () => undefined,
    }),
  );
}
