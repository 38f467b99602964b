/** Names for what is attached, free among all that an owner's texts carry: the same name would be the same address. */
import { attachmentFolder } from '../../../domain/notice-places.ts';
import { isSame } from '../../../forges/propose.ts';
import type { Forge } from '../../../forges/types.ts';
import type { AdminData } from '../../../views/admin.ts';
import { rootOf } from '../content-root.ts';
import { attachmentName } from '../notice.ts';
import type { Carrying } from '../notice-state.ts';

/** A second name of the same kind is not made of the number of the first. */
const unnumbered = (name: string) => name.replace(/^fujian-\d+(?=\.)/, 'fujian');

/** Gives what is attached another name where another file has it. Throws a `ForgeError`. */
export async function freeAttachments(
  { editor }: Pick<AdminData, 'editor'>,
  forge: Forge,
  owner: string,
  carryings: readonly Carrying[],
): Promise<void> {
  if (carryings.every(({ attached }) => attached.length === 0)) return;
  const folder = `${rootOf(editor)}${attachmentFolder(owner)}`;
  const there = await forge.list(folder, editor.branch);
  const gone = carryings.flatMap((one) => one.gone ?? []);
  const taken = new Set([...there, ...gone]);
  for (const one of carryings.flatMap(({ attached }) => attached)) {
    const stored = there.includes(one.file)
      ? await forge.read(`${folder}/${one.file}`, editor.branch)
      : undefined;
    const isSent = stored !== undefined && isSame(stored.bytes, one.bytes) && !gone.includes(one.file);
    if (!isSent && taken.has(one.file)) one.file = attachmentName(unnumbered(one.file), [...taken]);
    taken.add(one.file);
  }
}
