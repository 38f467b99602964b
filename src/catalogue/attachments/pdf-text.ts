/** The words that a page of a PDF shows, in the order in which it draws them, and as they lie on the page. */
import type { Budget } from './budget.ts';
import type { Decoder } from './pdf-fonts.ts';
import { byPlace, inOrder, type TextPiece } from './pdf-layout.ts';
import { PdfReader } from './pdf-syntax.ts';
import { isDict, nameIn, numberIn, PdfName, PdfString, PdfWord, textOf, valuesIn } from './pdf-values.ts';
import type { PdfValue } from './pdf-values.ts';

/** A move between two pieces that looks like a space, in thousandths of the height of the letters. */
const WORD_GAP = -180;

/** What a letter costs to make out. */
const LETTER = 5;

export interface PdfText {
  /** In the order of drawing: a new line where the height changes. */
  readonly text: string;
  /** By place: lines from the top, pieces from the left. */
  readonly placed: string;
  /** Texts that stand for what is drawn. */
  readonly asides: readonly string[];
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What one does, then the other. */
const times = ([a, b, c, d, e, f]: Matrix, [k, l, m, n, o, p]: Matrix): Matrix => [
  a * k + b * m,
  a * l + b * n,
  c * k + d * m,
  c * l + d * n,
  e * k + f * m + o,
  e * l + f * n + p,
];

/** Follows the drawing of one page. */
class Pen {
  readonly pieces: TextPiece[] = [];
  readonly asides: string[] = [];
  private decode: Decoder;
  private line: Matrix = IDENTITY;
  private page: Matrix = IDENTITY;
  private readonly saved: Matrix[] = [];
  private leading = 0;
  private isMoved = true;

  private readonly font: (name: string) => Decoder;
  private readonly budget: Budget;

  constructor(font: (name: string) => Decoder, budget: Budget) {
    [this.font, this.budget] = [font, budget];
    this.decode = font('');
  }

  /** One operator with the values before it. */
  do(operator: string, values: readonly PdfValue[]): void {
    const last = (back: number) => numberIn(values.at(-back)) || 0;
    if (operator === 'Tj' || operator === 'TJ') this.show(values);
    else if (operator === "'" || operator === '"') {
      this.move(0, -this.leading);
      this.show(values);
    } else if (operator === 'Td') this.move(last(2), last(1));
    else if (operator === 'TD') {
      this.leading = -last(1);
      this.move(last(2), last(1));
    } else if (operator === 'T*') this.move(0, -this.leading);
    else if (operator === 'TL') this.leading = last(1);
    else if (operator === 'Tm') this.turn(matrixOf(values));
    else if (operator === 'BT') this.turn(IDENTITY);
    else if (operator === 'cm') this.page = times(matrixOf(values), this.page);
    else if (operator === 'q') this.saved.push(this.page);
    else if (operator === 'Q') this.page = this.saved.pop() ?? IDENTITY;
    else if (operator === 'Tf') this.decode = this.font(nameIn(values.find((one) => one instanceof PdfName)));
    else if (operator === 'BDC' || operator === 'DP') this.note(values);
  }

  private turn(to: Matrix): void {
    this.line = to;
    this.isMoved = true;
  }

  private move(x: number, y: number): void {
    this.turn(times([1, 0, 0, 1, x, y], this.line));
  }

  private show(values: readonly PdfValue[]): void {
    let text = '';
    for (const one of values.flat())
      if (one instanceof PdfString) {
        this.budget.spend(one.bytes.length * LETTER);
        text += this.decode(one.bytes);
      } else if (typeof one === 'number' && one < WORD_GAP && text) text += ' ';
    const piece = this.pieces.at(-1);
    if (piece && !this.isMoved) piece.text += text;
    else {
      const [, , , , x, y] = times(this.line, this.page);
      this.pieces.push({ text, x, y });
    }
    this.isMoved = false;
  }

  private note(values: readonly PdfValue[]): void {
    for (const one of values.filter(isDict))
      for (const text of valuesIn(one)) if (text instanceof PdfString) this.asides.push(textOf(text));
  }
}

function matrixOf(values: readonly PdfValue[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values.slice(-6).map((one) => numberIn(one) || 0);
  return [a, b, c, d, e, f];
}

/** Reads the operators of a page; a picture among them is gone over. */
export function shownBy(content: string, font: (name: string) => Decoder, budget: Budget): PdfText {
  const reader = new PdfReader(content, budget);
  const pen = new Pen(font, budget);
  let values: PdfValue[] = [];
  for (let value = reader.value(); value !== undefined; value = reader.value()) {
    if (!(value instanceof PdfWord)) {
      values.push(value);
      continue;
    }
    if (value.word === 'ID') skipPicture(reader);
    pen.do(value.word, values);
    values = [];
  }
  const { pieces, asides } = pen;
  return { text: inOrder(pieces), placed: byPlace(pieces), asides };
}

function skipPicture(reader: PdfReader): void {
  for (let end = reader.find('EI'); end >= 0; end = reader.find('EI')) {
    reader.at = end + 2;
    if (
      /[\0\t\n\f\r ]/.test(reader.text[end - 1] ?? '') &&
      /^(?:[\0\t\n\f\r ]|$)/.test(reader.text.slice(reader.at, reader.at + 1))
    )
      return;
  }
  reader.at = reader.text.length;
}
