/** Where a submission stands, in words for whoever sent it. */
import { dateInShanghai, inWords } from '../../../domain/dates.ts';
import type { ForgeKind } from '../../../domain/forges.ts';
import type { Followed, Said } from '../../../forges/followed.ts';
import { asWritten, reasonsIn } from '../../../forges/report-read.ts';

export interface RequestStanding {
  readonly state: '检查中' | '等待检查' | '要修改' | '等待审核' | '已公开' | '已通过' | '没有采用';
  readonly words: string;
  /** What stands in the way, or what was said of it. */
  readonly reasons: readonly string[];
}

interface Known extends Said {
  /** ISO instant of the site as it is published; undefined where that is not known. */
  readonly builtFor: string | undefined;
  /** Who looks at it. */
  readonly reviewer: string;
  readonly forge: ForgeKind;
}

/** Nothing was said of it yet: who will, and what can be done meanwhile. */
function unjudged({ isAccepted }: Pick<Followed, 'isAccepted'>, { reviewer, forge }: Known) {
  if (isAccepted) return { state: '等待审核', words: `平台上已经审查通过，等${reviewer}合并。` } as const;
  if (forge === 'gitee')
    return {
      state: '等待检查',
      words: `Gitee 不会自动检查：${reviewer}检查以后，结果写在这份请求下面，这里也会显示。急的，请打电话问。`,
    } as const;
  return {
    state: '检查中',
    words: `正在自动检查，几分钟查完，再由${reviewer}审核。等了半天还是这样的，请告诉${reviewer}：检查没有运行。`,
  } as const;
}

const dayOf = (instant: string | undefined) =>
  instant === undefined ? '' : inWords(dateInShanghai(new Date(instant)));

/** Where a request stands, by what the platform, the gate and the site say of it. */
export function standingOf(
  request: Pick<Followed, 'state' | 'ended' | 'author' | 'isAccepted'>,
  known: Known,
): RequestStanding {
  const { state, ended, author } = request;
  const { verdict, remarks, builtFor, reviewer } = known;
  const said = remarks.filter((one) => one.author !== author).map((one) => `${one.author}：${one.text}`);
  const last = said.slice(-1);
  if (state === 'closed')
    return { state: '没有采用', words: `${dayOf(ended)}关闭了，网站没有改。`, reasons: last };
  if (state === 'merged') {
    const isOut = builtFor !== undefined && ended !== undefined && Date.parse(builtFor) >= Date.parse(ended);
    return isOut
      ? {
          state: '已公开',
          words: `${dayOf(ended)}通过，网站${dayOf(builtFor)}更新，已经能看到。`,
          reasons: [],
        }
      : { state: '已通过', words: `${dayOf(ended)}通过，网站下次更新就能看到。`, reasons: [] };
  }
  if (verdict === undefined) return { ...unjudged(request, known), reasons: last };
  return verdict.passed
    ? { state: '等待审核', words: `检查通过，等${reviewer}审核。`, reasons: last }
    : {
        state: '要修改',
        words: '检查没有通过。照下面的改好再提交，还是这一份。',
        reasons: [...reasonsIn(verdict).map(asWritten), ...last],
      };
}
