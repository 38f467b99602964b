/** Open requests looked over and merged in one sitting: those named, each as the gate has seen it, none that it refused. */
import { asWritten, reasonsIn } from '../forges/report-read.ts';
import type { Reviews } from '../forges/reviews.ts';
import type { GateVerdict } from '../forges/verdict.ts';
import { waitedInWords, type OpenRequest } from '../forges/request-lists.ts';
import type { Signatures } from '../forges/review-requests.ts';
import { mergeInTurn } from '../forges/sitting.ts';

const MOST_REASONS = 5;

const markOf = (verdict: GateVerdict | undefined) =>
  verdict === undefined
    ? '… 还没有检查结果'
    : `${verdict.passed ? '✓ 可以合并' : '✗ 不能合并'}${verdict.by === undefined ? '' : `（账号 ${verdict.by} 贴的结果）`}`;

function told(request: OpenRequest, verdict: GateVerdict | undefined, today: string): string {
  const reasons = verdict?.passed === false ? reasonsIn(verdict).slice(0, MOST_REASONS).map(asWritten) : [];
  return [
    `第 ${request.number} 号  ${markOf(verdict)}  ${request.title}（${request.author}，${waitedInWords(request, today)}）`,
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

/** Merges the requests of these numbers, one after another; the number of those that were not. */
export async function mergeRequests(
  { reviews, base, say }: Question,
  numbers: readonly number[],
  signatures: Signatures,
): Promise<number> {
  let left = 0;
  const chosen = numbers.map((number) => ({ number }));
  for await (const { number, why } of mergeInTurn(reviews, base, chosen, signatures)) {
    if (why !== undefined) left += 1;
    say(`第 ${number} 号  ${why === undefined ? '✓ 已合并' : `✗ 没有合并：${why}`}`);
  }
  return left;
}
