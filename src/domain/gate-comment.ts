/** The gate's report as it stands under a proposal: told from other remarks, and read again by the form page. */

/** By this line the comment of an earlier run is found, to be replaced. */
export const COMMENT_MARK = '<!-- open-office-gate -->';

/** What the report ends with: the commit that it is about. */
export const commitInComment = (head: string): string => `提交 ${head.slice(0, 10)}`;

interface Verdict {
  readonly passed: boolean;
  /** What stands in the way, in the words of the report. */
  readonly reasons: readonly string[];
}

const unescaped = (text: string) => text.replace(/\\([\\`*_[\]<>|~#!])/g, '$1').replace(/&amp;/g, '&');

/** What the gate said of a commit; undefined while it has not spoken of that one. */
export function verdictIn(remarks: readonly { readonly text: string }[], head: string): Verdict | undefined {
  const said = remarks
    .map(({ text }) => text.replaceAll('\r\n', '\n'))
    .findLast((text) => text.startsWith(COMMENT_MARK) && text.includes(commitInComment(head)));
  if (said === undefined) return undefined;
  const reasons = [...said.matchAll(/^- ✗ (.+)$/gm)].map(([, reason = '']) => unescaped(reason));
  return { passed: !/^## ✗/m.test(said), reasons };
}
