/** The rows of a sheet of a workbook, hidden ones too, with the numbers that the author sees beside them. */
import type { Extract } from './extracted.ts';
import { joinCells, Words, writtenOut } from './extract-xml.ts';
import type { XmlEvent } from './xml.ts';

/** The texts that cells refer to by number. */
export function sharedTexts(events: Iterable<XmlEvent>): string[] {
  const texts: string[] = [];
  let text: string | undefined;
  for (const event of events) {
    if (event.type === 'open' && event.name === 'si') text = '';
    else if (event.type === 'text' && text !== undefined) text += event.text;
    else if (event.type === 'close' && event.name === 'si') {
      texts.push((text ?? '').replace(/\s+/g, ' '));
      text = undefined;
    }
  }
  return texts;
}

/** Gathers rows from the events of a sheet; whatever stands outside its cells is gathered as words. */
export class Rows {
  readonly around = new Words();
  private readonly rows: { row: number; text: string }[] = [];
  private cells: string[] = [];
  private row = 0;
  private value: { type: string; text: string } | undefined;
  private isFormula = false;

  private readonly shared: readonly string[];
  private readonly used: Set<number>;

  /** `used` gathers which of the shared texts a cell refers to. */
  constructor(shared: readonly string[], used: Set<number>) {
    [this.shared, this.used] = [shared, used];
  }

  on(event: XmlEvent): void {
    const { type, name, attributes, text } = event;
    if (type === 'open' && name === 'row') this.row = Number(attributes.get('r')) || this.row + 1;
    else if (type === 'open' && name === 'c') this.value = { type: attributes.get('t') ?? '', text: '' };
    else if (type === 'close' && name === 'c') this.endCell();
    else if (type === 'close' && name === 'row') this.endRow();
    else if (name === 'f') this.isFormula = type === 'open';
    else if (type === 'text' && this.value && !this.isFormula) this.value.text += text;
    else if (!this.value || type === 'text') this.around.on(event);
  }

  extract(part: string): Extract {
    return {
      part,
      text: this.rows.map(({ text }) => text).join('\n'),
      rows: this.rows.map(({ row }) => row),
    };
  }

  private endCell(): void {
    const { type, text } = this.value ?? { type: '', text: '' };
    if (type === 's') this.used.add(Number(text));
    const said = type === 's' ? (this.shared[Number(text)] ?? '') : writtenOut(text.trim());
    this.cells.push(said.replace(/\s+/g, ' '));
    this.value = undefined;
  }

  private endRow(): void {
    this.rows.push({ row: this.row, text: joinCells(this.cells.join('\t')) });
    this.cells = [];
  }
}
