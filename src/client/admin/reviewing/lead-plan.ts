/** Accepted redirects as a proposal of their own: only after the merge are the old addresses free. */
import type { Lead } from '../../../domain/lead-on.ts';
import type { Proposed } from '../../../forges/types.ts';
import type { Redirects } from '../../../schemas/redirects.ts';
import { textOf } from '../bureau/record-plan.ts';
import { bureauOf, editTo, readFile, valueOf, type Room } from '../bureau/room.ts';

const FILE = 'redirects.json';

/** The list with what was accepted: what led to an old address leads to the new one, in one step. */
export function redirectsWith({ redirects }: Redirects, leads: readonly Lead[]): Redirects {
  const onward = new Map(leads.map(({ from, to }) => [from, to]));
  const known = redirects.filter(({ from }) => !onward.has(from));
  return {
    redirects: [
      ...known.map((one) => ({ ...one, to: onward.get(one.to) ?? one.to })),
      ...leads.map(({ from, to }) => ({ from, to, reason: '改名或撤下' })),
    ],
  };
}

/** Proposes them; somebody merges that like any other. Throws a `ForgeError`. */
export async function proposeLeads(room: Room, leads: readonly Lead[]): Promise<Proposed> {
  const stored = await readFile(room, FILE);
  const value = redirectsWith((valueOf(stored) ?? { redirects: [] }) as Redirects, leads);
  const { sendPlan } = await import('../review-and-send.ts');
  return sendPlan(room.data, room.forge, {
    branch: 'ju/wangzhi',
    by: bureauOf(room),
    titles: ['旧网址跳转'],
    parts: [
      {
        title: '旧网址跳转',
        told: leads.map(({ from, to }) => ({ where: from, before: '（没有）', after: to })),
      },
    ],
    edits: [editTo(room, FILE, textOf(stored, value), stored)],
    problems: [],
  });
}
