/** Several requests merged in one sitting: each as it was shown, and as the gate has passed it. One that cannot be stops no other. */
import { MOVED } from './faults.ts';
import { asWritten, reasonsIn, rivalsIn } from './report-read.ts';
import type { OpenRequest } from './request-lists.ts';
import type { Signatures } from './review-requests.ts';
import type { Reviews } from './reviews.ts';
import type { GateVerdict } from './verdict.ts';
import { ForgeError } from './types.ts';

interface Chosen {
  readonly number: number;
  /** The commit that was shown; where absent, the one that the gate has passed. */
  readonly head?: string | undefined;
  /** The account whose verdict was shown with it. */
  readonly by?: string | undefined;
}

interface Outcome {
  readonly number: number;
  /** Why it was not merged; undefined where it was. */
  readonly why?: string;
}

interface Judged {
  readonly number: number;
  readonly verdict: GateVerdict | undefined;
}

const rivalsOf = ({ verdict }: Judged) => rivalsIn(verdict?.report ?? '');

/** For each request the others that change the same, whichever of them the gate saw first. */
export const rivalsAmong = (all: readonly Judged[]): Map<number, number[]> =>
  new Map(
    all.map((one) => {
      const others = all.filter((other) => other.number !== one.number);
      const named = new Set(rivalsOf(one));
      const isRival = (other: Judged) => named.has(other.number) || rivalsOf(other).includes(one.number);
      return [one.number, others.filter(isRival).map(({ number }) => number)];
    }),
  );

/** What stands against merging it; its verdict where nothing does. */
async function judged(
  reviews: Reviews,
  request: OpenRequest | undefined,
  { head, by }: Chosen,
  merged: readonly Judged[],
): Promise<GateVerdict> {
  const no = (why: string) => new ForgeError('refused', why);
  if (!request) throw no('没有这一号，或者已经合并、关闭了');
  if (head !== undefined && request.head !== head) throw no(MOVED);
  const verdict = await reviews.verdict(request);
  if (!verdict) throw no('检查还没有做完，或者提交以后又改过，等检查好了再来');
  if (by !== undefined && verdict.by !== by)
    throw no(`检查结果换成了账号 ${verdict.by ?? '不明'} 贴的，请重新看一遍再合并`);
  if (!verdict.passed) throw no(`检查没有通过：${reasonsIn(verdict).map(asWritten).join('；')}`);
  const own = { number: request.number, verdict };
  const [rival] = rivalsAmong([own, ...merged]).get(own.number) ?? [];
  if (rival !== undefined) throw no(`和刚合并的第 ${rival} 号改了同一处，请重新看一遍再合并`);
  return verdict;
}

/** Merges those chosen, one after another, and tells of each what became of it. */
export async function* mergeInTurn(
  reviews: Reviews,
  base: string,
  chosen: readonly Chosen[],
  signatures: Signatures,
): AsyncGenerator<Outcome> {
  const open = new Map((await reviews.list(base)).map((request) => [request.number, request]));
  const merged: Judged[] = [];
  for (const one of chosen) {
    const { number } = one;
    const request = open.get(number);
    try {
      const verdict = await judged(reviews, request, one, merged);
      if (request) await reviews.merge(request, signatures);
      merged.push({ number, verdict });
      yield { number };
    } catch (error) {
      if (!(error instanceof ForgeError)) throw error;
      yield { number, why: error.message };
    }
  }
}
