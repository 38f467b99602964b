/** What an answer that is none means, and what the platform said of it. */
import { inChinese } from './said.ts';
import { failed } from './faults.ts';
import type { Fault, ForgeError } from './types.ts';

const BY_STATUS: Readonly<Record<number, Fault>> = {
  401: 'expired',
  404: 'missing',
  429: 'busy',
};

/**
 * What platforms say, whether with 400, 409 or 422: a file is no longer the one that was read; the branch was written
 * by somebody else meanwhile; the branch or the request that is to be made is there already.
 */
const SAID: readonly (readonly [Fault, RegExp])[] = [
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
const forbidden = (said: string): Fault =>
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
