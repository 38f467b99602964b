import type { Fault } from '../../domain/problems.ts';

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

/** A file as read: all its words, and why it may not be published. */
export interface FileReading {
  readonly texts: Extract[];
  readonly faults: Fault[];
  /** It notes where it, or a picture in it, was taken. */
  place?: true;
}
