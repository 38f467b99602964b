/** What an answer that is none means, and what the platform said of it. */
import { failed, MOVED } from './faults.ts';
import type { ForgeFault, ForgeError } from './types.ts';

/** What platforms say in English when they refuse something, in the words of the people who read it. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/head branch was modified|head out of date|SHA does not match HEAD/i, MOVED],
  [
    /status check|checks? (?:has|have) not|not all required|pipeline must succeed|approv|review(?:er)?s? (?:is |are )?required/i,
    '检查没有通过，或者还没有在平台上批准，平台不让合并。',
  ],
  [
    /not mergeable|cannot be merged|merge conflict|conflict/i,
    '和主分支上后来的改动撞在一起，不能合并，请提交的人从最新的内容重新改。',
  ],
  [/method not allowed/i, '平台现在不让合并：检查没有通过，或者已经合并、关闭了。'],
  [/protected|not allowed to (?:push|merge|force)/i, '这个分支受保护，这个账号不能直接写。'],
  [/no commits between|nothing to (?:commit|merge)|no changes/i, '没有改动，不用提交。'],
  [/archived|read-?only/i, '内容仓库归档了，或者是只读的，请联系司法局。'],
  [/too (?:large|big)|exceeds?|quota|entity too/i, '文件太大，或者空间用完了，请联系司法局。'],
  [/title\b.*(?:long|blank|empty)/i, '标题太长或者是空的。'],
  [/not found|does not exist|unknown|invalid (?:ref|branch)/i, '分支或者文件不在了，请从最新的内容重新改。'],
  [/fork/i, '没有能在自己名下建一份副本（fork），请联系司法局。'],
];

/** The sense of what a platform said; its own words, cut short, where it is not known or Chinese already. */
function inChinese(said: string): string {
  const known = /\p{Script=Han}/u.test(said) ? undefined : WORDS.find(([words]) => words.test(said));
  return known ? known[1] : `它说：${said.slice(0, 200)}`;
}

const BY_STATUS: Readonly<Record<number, ForgeFault>> = {
  401: 'expired',
  404: 'missing',
  429: 'busy',
};

/**
 * What platforms say, whether with 400, 409 or 422: a file is no longer the one that was read; the branch was written
 * by somebody else meanwhile; the branch or the request that is to be made is there already.
 */
const SAID: readonly (readonly [ForgeFault, RegExp])[] = [
  ['raced', /expected (?:branch to point|head oid)|reference (?:update|cannot)|cannot lock ref|stale info/i],
  [
    'again',
    /(?:branch|reference|ref|request)\b[^.]{0,80}\balready exists|already exists[^.]{0,80}request|已存在.{0,20}(?:分支|Pull)|(?:分支|Pull ?Request|合并请求).{0,20}已(?:经)?存在/i,
  ],
  [
    'changed',
    /does not match(?! HEAD)|has changed since|is at \w+ but expected|file\b[^.]{0,80}\balready exists|文件.{0,20}已(?:经)?(?:被|存在)/i,
  ],
];

/** Why an account may not: too many requests, a token for less than this, or no right at all. */
const forbidden = (said: string): ForgeFault =>
  /rate limit/i.test(said)
    ? 'busy'
    : /scope|personal access token|integration/i.test(said)
      ? 'scope'
      : 'forbidden';

/** What an answer that is none means, by its status and what the platform said. */
export function faultOf(status: number, said: string): ForgeError {
  const known = status === 403 ? forbidden(said) : BY_STATUS[status];
  if (known) return failed(known);
  if (status >= 500) return failed('down');
  return failed(SAID.find(([, words]) => words.test(said))?.[0] ?? 'refused', said && inChinese(said));
}

/** What a platform said, of the text of its answer. */
function messageIn(text: string): string {
  try {
    const { message, error, error_description: more } = JSON.parse(text) as Record<string, unknown>;
    const said = message ?? (error && more ? `${String(error)}: ${String(more)}` : error) ?? text;
    return typeof said === 'string' ? said : JSON.stringify(said);
  } catch {
    return text.slice(0, 200);
  }
}

/** The fault that an answer tells, by its status and its text. */
export const faultIn = (status: number, text: string): ForgeError => faultOf(status, messageIn(text));
