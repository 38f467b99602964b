/** Open requests looked over and merged in one sitting: those named, each as the gate has seen it, none that it refused. */
import { daysBetween } from '../domain/dates.ts';
import { ForgeError } from '../forges/types.ts';
import { reasonsIn } from '../forges/report-read.ts';
import type { Reviews, Verdict } from '../forges/reviews.ts';
import type { OpenRequest } from '../forges/request-lists.ts';
import type { Signatures } from '../forges/review-requests.ts';

const MOST_REASONS = 5;

const markOf = (verdict: Verdict | undefined) =>
  verdict === undefined ? '… 还在检查' : verdict.passed ? '✓ 可以合并' : '✗ 不能合并';

function told(request: OpenRequest, verdict: Verdict | undefined, today: string): string {
  const days = daysBetween(request.opened.slice(0, 10), today);
  const reasons = verdict?.passed === false ? reasonsIn(verdict).slice(0, MOST_REASONS) : [];
  return [
    `第 ${request.number} 号  ${markOf(verdict)}  ${request.title}（${request.author}，${days > 0 ? `等了 ${days} 天` : '今天提交'}）`,
    `    ${request.url}`,
    ...reasons.map((reason) => `    ✗ ${reason}`),
  ].join('\n');
}

interface Question {
  readonly reviews: Reviews;
  /** The branch that requests go to. */
  readonly base: string;
  readonly today: string;
  readonly say: (text: string) => void;
}

/** Lists what is open, oldest first. */
export async function listRequests({ reviews, base, today, say }: Question): Promise<void> {
  const requests = await reviews.list(base);
  for (const request of requests) say(told(request, await reviews.verdict(request), today));
  say(requests.length > 0 ? `共 ${requests.length} 份没有合并。` : '没有等着审核的修改。');
}

/** Why a request is not merged; undefined where it was. */
async function mergeOne(
  { reviews }: Question,
  request: OpenRequest | undefined,
  signatures: Signatures,
): Promise<string | undefined> {
  if (!request) return '没有这一号，或者已经合并、关闭了';
  const verdict = await reviews.verdict(request);
  if (!verdict) return '检查还没有做完，或者提交以后又改过，等检查好了再来';
  if (!verdict.passed) return `检查没有通过：${reasonsIn(verdict).join('；')}`;
  try {
    await reviews.merge(request, signatures);
    return undefined;
  } catch (error) {
    if (error instanceof ForgeError) return error.message;
    throw error;
  }
}

/** Merges the requests of these numbers, one after another; the number of those that were not. */
export async function mergeRequests(
  question: Question,
  numbers: readonly number[],
  signatures: Signatures,
): Promise<number> {
  const { reviews, base, say } = question;
  const open = new Map((await reviews.list(base)).map((request) => [request.number, request]));
  let left = 0;
  for (const number of numbers) {
    const why = await mergeOne(question, open.get(number), signatures);
    if (why !== undefined) left += 1;
    say(`第 ${number} 号  ${why === undefined ? '✓ 已合并' : `✗ 没有合并：${why}`}`);
  }
  return left;
}
