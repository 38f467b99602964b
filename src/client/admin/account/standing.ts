/** Where a submission stands, in words for whoever sent it. */
import { dateInShanghai, inWords } from '../../../domain/dates.ts';
import type { Followed, Said } from '../../../forges/followed.ts';

export interface Standing {
  readonly state: '检查中' | '要修改' | '等待审核' | '已公开' | '已通过' | '没有采用';
  readonly words: string;
  /** What stands in the way, or what was said of it. */
  readonly reasons: readonly string[];
}

interface Known extends Said {
  /** ISO instant of the site as it is published; undefined where that is not known. */
  readonly builtFor: string | undefined;
  /** Who looks at it. */
  readonly reviewer: string;
}

const dayOf = (instant: string | undefined) =>
  instant === undefined ? '' : inWords(dateInShanghai(new Date(instant)));

const unescaped = (text: string) => text.replace(/\\([\\`*_[\]<>|~#!])/g, '$1').replace(/&amp;/g, '&');

/** What the gate's report names as in the way. */
const obstaclesIn = (report: string) =>
  [...report.matchAll(/^- ✗ (.+)$/gm)].map(([, reason = '']) => unescaped(reason));

/** Where a request stands, by what the platform, the gate and the site say of it. */
export function standingOf(
  { state, ended, author }: Pick<Followed, 'state' | 'ended' | 'author'>,
  { verdict, remarks, builtFor, reviewer }: Known,
): Standing {
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
  if (verdict === undefined)
    return { state: '检查中', words: `正在自动检查，查完由${reviewer}审核。`, reasons: last };
  return verdict.passed
    ? { state: '等待审核', words: `检查通过，等${reviewer}审核。`, reasons: last }
    : {
        state: '要修改',
        words: '检查没有通过。照下面的改好再提交，还是这一份。',
        reasons: [...obstaclesIn(verdict.report), ...last],
      };
}
