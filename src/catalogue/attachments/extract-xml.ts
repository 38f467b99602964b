/** Every word of one XML part: what stands in it line by line, and what its attributes and remarks say. */
import type { XmlEvent } from './xml.ts';

/** Within these, pieces of text belong together however they are cut up (styles, languages, spelling). */
const PARAGRAPHS = new Set(['p', 'h', 'si', 'is', 'TextObject', 'text']);
const BREAKS = new Set(['br', 'cr', 'line-break', 'tr', 'row', 'table-row']);
const CELLS = new Set(['tc', 'table-cell', 'covered-table-cell']);

/** Identifiers that programs make; their digits are no numbers of people. */
const MADE = /^(?:\{?[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}\}?|[0-9A-F]{8}|https?:\/\/schemas\.[^ ]*)$/;
/** Nothing shorter is a number, an address or a mailbox. */
const SHORTEST = 6;

/** Gathers the words of a part from its events. */
export class Words {
  private readonly pieces: string[] = [];
  private readonly said = new Set<string>();
  private depth = 0;

  on({ type, name, text, attributes }: XmlEvent): void {
    if (type === 'text') this.add(text);
    else if (type === 'remark') this.say(text);
    else if (type === 'open') this.open(name, attributes);
    else this.close(name);
  }

  /** The text: a line for each paragraph or row of a table, cells with tabs between. */
  text(): string {
    const lines = this.pieces.join('').split('\n');
    return lines
      .map((line) => line.trim())
      .filter(Boolean)
      .map(joinCells)
      .join('\n');
  }

  /** What attributes and remarks say, each once, a line each. */
  asides(): string {
    return [...this.said].join('\n');
  }

  /** Text that only sets tags apart for whoever reads the XML is none. */
  private add(text: string): void {
    if (/\S/.test(text) || !text.includes('\n')) this.pieces.push(text.replace(/[\r\n]+/g, ' '));
  }

  private say(value: string): void {
    if (value.length >= SHORTEST && !MADE.test(value) && !value.startsWith('xml '))
      this.said.add(writtenOut(value.replace(/\s+/g, ' ')));
  }

  private open(name: string, attributes: XmlEvent['attributes']): void {
    if (PARAGRAPHS.has(name)) this.depth += 1;
    if (name === 'tab') this.pieces.push('\t');
    if (BREAKS.has(name)) this.pieces.push('\n');
    for (const [key, value] of attributes) if (!key.startsWith('xmlns')) this.say(value);
  }

  private close(name: string): void {
    if (PARAGRAPHS.has(name)) this.depth = Math.max(0, this.depth - 1);
    if (CELLS.has(name)) {
      while (this.pieces.at(-1) === '\n') this.pieces.pop();
      this.pieces.push('\t');
    } else if (PARAGRAPHS.has(name) || BREAKS.has(name)) this.pieces.push('\n');
    else if (this.depth === 0 && !/^[\n\t]?$/.test(this.pieces.at(-1) ?? '')) this.pieces.push('\n');
  }
}

/** A number as spreadsheets store long ones: 1.3800138E10. */
export const writtenOut = (value: string): string =>
  /^\d(?:\.\d{1,18})?E\+?\d{1,2}$/i.test(value) && Number(value) < 1e20
    ? String(BigInt(Math.round(Number(value))))
    : value;

/** Forms give each digit of a number a cell of its own: of as many digits as such numbers have. */
const ONE_EACH = /(?<![^\t])[\dXx](?:\t[\dXx]){10,18}(?![^\t])/g;

/** Cells that hold one digit each, as one number. */
export const joinCells = (line: string): string =>
  line.replace(ONE_EACH, (digits) => digits.replaceAll('\t', ''));
