/** What the gate has said under a request. */
import { COMMENT_MARK } from './request-addresses.ts';
import type { OpenRequest } from './request-lists.ts';

/** What the gate has said of the commit as it is now; undefined while it is still checking. */
export interface GateVerdict {
  readonly passed: boolean;
  /** The account that has posted it. */
  readonly by?: string | undefined;
  /** The whole comment, as Markdown. */
  readonly report: string;
}

/** As platforms tell it; GitLab calls its writer `author`. */
export interface Comment {
  readonly body: string;
  readonly user?: { readonly login: string };
  readonly author?: { readonly username: string };
}

/** The account that has written it. */
export const nameOf = ({ user, author }: Comment): string | undefined => user?.login ?? author?.username;

/** The last comment by the gate. One that the author of the request has written is not: anybody can write the mark. */
export function verdictIn(
  comments: readonly Comment[],
  { author, head }: Pick<OpenRequest, 'author' | 'head'>,
): GateVerdict | undefined {
  const own = comments.findLast((one) => one.body.startsWith(COMMENT_MARK) && nameOf(one) !== author);
  // Of an earlier commit: the gate has not yet come to this one. It names it on a line that nothing quoted begins.
  if (!own || !head || !own.body.includes(`\n<sub>提交 ${head.slice(0, 10)}`)) return undefined;
  return {
    passed: /^## ✓/m.test(own.body),
    by: nameOf(own),
    report: own.body.slice(COMMENT_MARK.length).trim(),
  };
}
