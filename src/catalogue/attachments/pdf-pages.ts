/** The words of the pages of a PDF and of what they are made of (forms, patterns, notes), each stream read once. */
import { latin } from './bytes.ts';
import type { FileReading } from './extracted.ts';
import { decoderOf, UNREADABLE, type Decoder } from './pdf-fonts.ts';
import type { PdfFile, PdfObject } from './pdf-objects.ts';
import { PDF_AGAIN } from './pdf-syntax.ts';
import { shownBy, type PdfText } from './pdf-text.ts';
import { isDict, valuesIn, type PdfDict, type PdfValue } from './pdf-values.ts';

/** A page knows no lines that an author could count. */
export function tell({ texts }: FileReading, part: string, text: string): void {
  if (text.trim() !== '') texts.push({ part, text, rows: [] });
}

/** Fonts of one name may differ from page to page; where a page does not say, so many are tried. */
const MAX_READINGS = 4;
/** So many signs in a row that no font explains could be a number. */
const UNREAD = new RegExp(`${UNREADABLE}{8}`);

export class Pages {
  private readonly done = new Set<PdfObject>();
  private readonly decoders = new Map<PdfValue | undefined, Decoder>();
  private readonly named = new Map<string, Set<PdfValue | undefined>>();
  private readonly told = new Set<string>();
  private isUnread = false;
  private isLeft = false;

  private readonly file: PdfFile;
  private readonly reading: FileReading;
  private readonly used: ReadonlySet<PdfObject>;

  constructor(file: PdfFile, reading: FileReading, used: ReadonlySet<PdfObject>) {
    [this.file, this.reading, this.used] = [file, reading, used];
    for (const { value } of file.objects)
      for (const inner of valuesIn(value)) if (isDict(inner)) this.nameFonts(file.dict(inner.get('Font')));
  }

  has = (object: PdfObject): boolean => this.done.has(object);

  /** What a page shows, its streams one behind the other. */
  readPage(page: PdfObject): void {
    const { file } = this;
    const listed = isDict(page.value) ? page.value.get('Contents') : undefined;
    const resolved = file.resolve(listed);
    const parts = (Array.isArray(resolved) ? resolved : [listed]).flatMap((one) => file.object(one) ?? []);
    file.budget.spend(parts.length);
    if (parts.every((one) => this.done.has(one))) return;
    for (const one of parts) this.done.add(one);
    const content = parts.map((one) => latin(file.content(one).bytes)).join('\n');
    this.read(
      content,
      [this.fontsOf(this.inherited(page.value))],
      parts.every((one) => this.used.has(one)),
    );
  }

  /** What a form, a pattern, a note or a stream that nothing leads to shows. */
  readStream(object: PdfObject): void {
    const { file } = this;
    this.done.add(object);
    const own = isDict(object.value) ? file.dict(object.value.get('Resources')) : undefined;
    const fonts = own
      ? [this.fontsOf(own)]
      : Array.from({ length: this.readings }, (_, at) => this.anyFont(at));
    this.read(latin(file.content(object).bytes), fonts, this.used.has(object));
  }

  /** Told once, however many pages are concerned. */
  end(): void {
    if (this.isUnread)
      this.reading.faults.push({
        message: '这个 PDF 有些字认不出来（字体没有对应表），无法检查',
        remedy: PDF_AGAIN,
      });
    if (this.isLeft)
      this.reading.faults.push({ message: '这个 PDF 里面还留着改动以前的内容', remedy: PDF_AGAIN });
  }

  private read(content: string, fonts: readonly ((name: string) => Decoder)[], isUsed: boolean): void {
    const shown = fonts.map((font) => shownBy(content, font, this.file.budget));
    for (const one of shown) this.tell(one);
    if (!isUsed && shown.some(({ text }) => text.trim() !== '')) this.isLeft = true;
    if (shown.every(({ text }) => UNREAD.test(text.replace(/\s+/g, '')))) this.isUnread = true;
  }

  private tell({ text, placed, asides }: PdfText): void {
    for (const one of [text, placed, asides.join('\n')]) {
      if (!this.told.has(one)) tell(this.reading, '正文', one);
      this.told.add(one);
    }
  }

  private nameFonts(fonts: PdfDict | undefined): void {
    this.file.budget.spend(fonts?.size ?? 0);
    for (const [name, font] of fonts ?? [])
      this.named.set(name, (this.named.get(name) ?? new Set()).add(this.fontOf(font)));
  }

  private fontOf(font: PdfValue): PdfValue | undefined {
    return this.file.resolve(font);
  }

  private decoder(font: PdfValue | undefined): Decoder {
    const made = this.decoders.get(font) ?? decoderOf(isDict(font) ? font : undefined, this.file);
    this.decoders.set(font, made);
    return made;
  }

  private fontsOf(resources: PdfDict | undefined) {
    const fonts = this.file.dict(resources?.get('Font'));
    return (name: string) => this.decoder(this.fontOf(fonts?.get(name) ?? null));
  }

  private get readings(): number {
    const sizes = [...this.named.values()].map(({ size }) => size);
    return sizes.reduce((most, size) => Math.min(MAX_READINGS, Math.max(most, size)), 1);
  }

  private anyFont(at: number) {
    return (name: string) => {
      const fonts = [...(this.named.get(name) ?? [])];
      return this.decoder(fonts[Math.min(at, fonts.length - 1)] ?? null);
    };
  }

  /** The resources of a page, its own or those of what it is part of. */
  private inherited(page: PdfValue): PdfDict | undefined {
    let at = isDict(page) ? page : undefined;
    for (let steps = 0; at && steps < 50; steps += 1) {
      const own = this.file.dict(at.get('Resources'));
      if (own) return own;
      at = this.file.dict(at.get('Parent'));
    }
    return undefined;
  }
}
