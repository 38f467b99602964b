/** What platforms say in English when they refuse something, in the words of the people who read it. */
import { MOVED } from './faults.ts';

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
export function inChinese(said: string): string {
  const known = /\p{Script=Han}/u.test(said) ? undefined : WORDS.find(([words]) => words.test(said));
  return known ? known[1] : `它说：${said.slice(0, 200)}`;
}
