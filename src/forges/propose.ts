/**
 * A submission, sent as often as it takes, and there once: its branch is named by what it says, and what an earlier
 * attempt has made is looked up before anything is made.
 */
import { ForgeError, type Edit, type Forge, type Proposal, type Proposed, type Wanted } from './types.ts';

const isSame = (a: Uint8Array, b: Uint8Array | undefined): boolean =>
  b !== undefined && a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Of some edits, those that a branch does not hold yet. */
export async function missingFrom(forge: Forge, branch: string, edits: readonly Edit[]): Promise<Edit[]> {
  const now = await Promise.all(edits.map(({ path }) => forge.read(path, branch)));
  return edits.filter(({ bytes }, at) => !isSame(bytes, now[at]?.bytes));
}

/** Straight into the base. An answer that got lost is no failure when the files are there. */
async function write(forge: Forge, { base, title, edits }: Proposal): Promise<Proposed> {
  try {
    const url = await forge.commit({ base, isNew: false, title, edits });
    if ((await missingFrom(forge, base, edits)).length > 0) throw new ForgeError('unsure');
    return { url };
  } catch (error) {
    const missing = await missingFrom(forge, base, edits).catch(() => edits);
    if (missing.length === 0) return {};
    throw error;
  }
}

async function begin(forge: Forge, { branch, base, title, description, edits }: Proposal & Wanted) {
  const isNew = !(await forge.hasBranch(branch));
  const missing = isNew ? edits : await missingFrom(forge, branch, edits);
  if (missing.length > 0) await forge.commit({ base, branch, isNew, title, edits: missing });
  return forge.openRequest({ base, branch, title, description });
}

/** Makes the submission, or finds it. Throws a `ForgeError`; then what had been begun is gone, where it can be. */
export async function propose(forge: Forge, proposal: Proposal): Promise<Proposed> {
  const { base, branch } = proposal;
  if (branch === undefined) return write(forge, proposal);
  const wanted = { base, branch };
  const earlier = await forge.findRequest(wanted);
  if (earlier) return earlier;
  try {
    return await begin(forge, { ...proposal, branch });
  } catch (error) {
    // The request may be there although its answer was not: only where it is known not to be, its branch goes.
    const made = await forge.findRequest(wanted).catch(() => 'unknown' as const);
    if (made === 'unknown') throw error;
    if (made) return made;
    await forge.dropBranch(branch).catch(() => undefined);
    throw error;
  }
}
