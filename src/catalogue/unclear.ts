/** What MDX could not read in a text, told to its author. */
import type { SyntaxFault } from './json-faults.ts';

/** What its parser throws. */
export interface Unread {
  readonly reason?: string;
  readonly place?: { line?: number; column?: number; start?: { line: number; column: number } };
}

/** A text that MDX could not read: where, and what stands in the way. */
export function unclear({ reason = '', place }: Unread, above: number): SyntaxFault {
  const open = /closing tag for `<([^`>]*)>` \((\d+):(\d+)-/.exec(reason);
  if (open)
    return {
      kind: 'syntax',
      line: Number(open[2]),
      column: Number(open[3]),
      message: `<${open[1]}> 没有写完`,
      remedy: `文字后面写上 </${open[1]}>；前一个单独占一行的，后一个也单独占一行`,
    };
  const { line = above + 1, column = 1 } = place?.start ?? place ?? {};
  return {
    kind: 'syntax',
    line,
    column,
    message: '这里的 < 看不懂：不是规定的组件，或者没有写完',
    remedy:
      '组件写成 <Materials />、<Limit id="review" /> 或 <Note>文字</Note>；网址直接写，不加尖括号；要写小于号，用全角的＜',
  };
}
