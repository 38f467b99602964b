/**
 * A submission, sent as often as it takes, and there once: its branch is named by what it says, and what an earlier
 * attempt has made is looked up before anything is made.
 */
import { failed } from './faults.ts';
import {
  ForgeError,
  type FileEdit,
  type Forge,
  type ForgeProposal,
  type Proposed,
  type RequestTarget,
} from './types.ts';

export const isSame = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === b || (a?.length === b?.length && a?.every((byte, at) => byte === b?.[at]) === true);

/** Of some edits, those that a branch does not hold yet. */
async function missingFrom(forge: Forge, branch: string, edits: readonly FileEdit[]): Promise<FileEdit[]> {
  const now = await Promise.all(edits.map(({ path }) => forge.read(path, branch)));
  return edits.filter(({ bytes }, at) => !isSame(bytes, now[at]?.bytes));
}

/** Straight into the base. An answer that got lost is no failure when the files are there. */
async function write(forge: Forge, { base, title, edits }: ForgeProposal): Promise<Proposed> {
  try {
    const url = await forge.commit({ base, isNew: false, title, edits });
    if ((await missingFrom(forge, base, edits)).length > 0) throw failed('unsure');
    return { url };
  } catch (error) {
    const missing = await missingFrom(forge, base, edits).catch(() => edits);
    if (missing.length === 0) return {};
    throw error;
  }
}

/** Whether a branch could not be made because an earlier attempt had made it. */
const isBegun = async (forge: Forge, branch: string, error: unknown): Promise<boolean> =>
  error instanceof ForgeError && /^(?:again|refused)$/.test(error.fault) && forge.hasBranch(branch);

/** A new branch with the edits; or the one that an earlier attempt has begun, with those that it lacks. */
async function carry(
  forge: Forge,
  { branch, base, title, edits }: ForgeProposal & RequestTarget,
): Promise<void> {
  try {
    await forge.commit({ base, branch, isNew: true, title, edits });
  } catch (error) {
    if (!(await isBegun(forge, branch, error))) throw error;
    const missing = await missingFrom(forge, branch, edits);
    if (missing.length > 0) await forge.commit({ base, branch, isNew: false, title, edits: missing });
  }
}

async function proposeFrom(
  forge: Forge,
  { branch, ...proposal }: ForgeProposal & RequestTarget,
): Promise<Proposed> {
  const { base, title, description } = proposal;
  const wanted = { base, branch };
  const earlier = await forge.findRequest(wanted);
  if (earlier) return earlier;
  try {
    await carry(forge, { ...proposal, branch });
    return await forge.openRequest({ base, branch, title, description });
  } catch (error) {
    // The request may be there although its answer was not: only where it is known not to be, its branch goes.
    const made = await forge.findRequest(wanted).catch(() => 'unknown' as const);
    if (made === 'unknown') throw error;
    if (made) return made;
    await forge.dropBranch(branch).catch(() => undefined);
    throw error;
  }
}

/** Whether what failed is for want of a right to write. Some platforms say that there is nothing, then. */
const mayNotWrite = async (forge: Forge, error: unknown): Promise<boolean> =>
  error instanceof ForgeError &&
  /^(?:forbidden|missing)$/.test(error.fault) &&
  !(await forge.canWrite().catch(() => true));

/**
 * Makes the submission, or finds it; from a copy of its own where the account may not write. Throws a `ForgeError`;
 * then what had been begun is gone, where it can be.
 */
export async function propose(forge: Forge, proposal: ForgeProposal): Promise<Proposed> {
  const { base, branch } = proposal;
  if (branch === undefined) return write(forge, proposal);
  const whole = { ...proposal, branch };
  try {
    return await proposeFrom(forge, whole);
  } catch (error) {
    if (!(await mayNotWrite(forge, error))) throw error;
    return proposeFrom(await forge.viaCopy(base), whole);
  }
}
