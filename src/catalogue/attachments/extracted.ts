/** A piece of text in a document, with where it stands in the words of whoever wrote it. */
export interface Extract {
  /** `正文`, `文件属性`, `工作表 1` … */
  readonly part: string;
  readonly text: string;
  /** What number each line has for the author, where it is not its place in the text. */
  readonly rows?: readonly number[] | undefined;
  /** Read without knowing the format: words may be noise, long numbers are not. */
  readonly numbersOnly?: true;
}
