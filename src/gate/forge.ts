/** Posts the gate's report under a proposal, and closes what was written. */
import type { Call, ForgeRequest } from '../forges/call.ts';
import { ADDRESSES, COMMENT_MARK } from '../forges/request-addresses.ts';
import { callTo, pagesOf, whole } from '../forges/request-lists.ts';
import { nameOf, type Comment } from '../forges/verdict.ts';

/** How one kind of forge is asked. */
interface Dialect {
  readonly change: 'PATCH' | 'PUT';
  readonly closed: object;
  /** Whose comments are its own; else the forge is asked. */
  readonly self?: string;
}

const likeGitHub: Dialect = { change: 'PATCH', closed: { state: 'closed' } };

export const GATE_FORGES = {
  // The token of a workflow may not ask who it is.
  github: { ...likeGitHub, self: 'github-actions[bot]' },
  forgejo: likeGitHub,
  gitea: likeGitHub,
  gitee: likeGitHub,
  gitlab: { change: 'PUT', closed: { state_event: 'close' } },
} as const satisfies Record<string, Dialect>;

export type GateForge = keyof typeof GATE_FORGES;

export interface ProposalAtForge {
  readonly forge: GateForge;
  /** Address of the API, without a slash at its end. */
  readonly api: string;
  /** `owner/name` */
  readonly repository: string;
  readonly number: string;
  readonly token: string;
}

interface Posted extends Comment {
  readonly id: number;
}

const lineOf = ({ token, ...at }: ProposalAtForge): Call => callTo(at, token);

async function ownName(proposal: ProposalAtForge): Promise<string | undefined> {
  const dialect: Dialect = GATE_FORGES[proposal.forge];
  if (dialect.self !== undefined) return dialect.self;
  const user = await lineOf(proposal)<{ login?: string; username?: string }>('/user').catch(() => undefined);
  return user?.username ?? user?.login;
}

/** The comment of an earlier run; one of somebody else that only looks like it is left alone. */
async function earlierComment(proposal: ProposalAtForge): Promise<Posted | undefined> {
  const self = await ownName(proposal);
  if (self === undefined) return undefined;
  const { forge, repository, number } = proposal;
  const address = ADDRESSES[forge].comments(repository, number);
  const comments = await whole<Posted>(lineOf(proposal), address, pagesOf(forge));
  return comments.find((one) => nameOf(one) === self && one.body.startsWith(COMMENT_MARK));
}

/** Posts the report, in place of the one of an earlier run. */
export async function postReport(proposal: ProposalAtForge, report: string): Promise<void> {
  const { repository, number, forge } = proposal;
  const { change }: Dialect = GATE_FORGES[forge];
  const earlier = await earlierComment(proposal);
  const request: ForgeRequest = { method: earlier ? change : 'POST', body: { body: report } };
  const path = earlier
    ? ADDRESSES[forge].comment(repository, number, String(earlier.id))
    : ADDRESSES[forge].comments(repository, number);
  await lineOf(proposal)(path, request);
}

/** Closes a proposal whose entries were written: it is not merged, so that the branch keeps no past. */
export async function closeProposal(proposal: ProposalAtForge): Promise<void> {
  const { repository, number } = proposal;
  const { change, closed }: Dialect = GATE_FORGES[proposal.forge];
  const address = `${ADDRESSES[proposal.forge].requests(repository)}/${number}`;
  await lineOf(proposal)(address, { method: change, body: closed });
}
