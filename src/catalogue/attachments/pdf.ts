/** A PDF as read: the words on its pages, in its notes, links and properties, and in what older editions left behind. */
import type { Budget } from './budget.ts';
import { latin } from './bytes.ts';
import type { FileReading } from './extracted.ts';
import { seenIn } from './extract-seen.ts';
import { actIn } from './pdf-acts.ts';
import { readPdfFile, type PdfFile, type PdfObject } from './pdf-objects.ts';
import { Pages, tell } from './pdf-pages.ts';
import { isDict, nameIn, PdfRef, PdfString, textOf, valuesIn, type PdfValue } from './pdf-values.ts';
import { isPicture, readPicture } from './picture.ts';
import { readWords } from './picture-notes.ts';

/** Reads everything in a PDF into `reading`; refuses what cannot be read. */
export function readPdf(bytes: Uint8Array, reading: FileReading, budget: Budget): void {
  const file = readPdfFile(bytes, budget);
  const act = actIn(file);
  if (act) reading.faults.push(act);
  const used = usedBy(file);
  const pages = new Pages(file, reading, used);
  const fonts = fontFilesOf(file);
  for (const object of file.objects) if (isPage(object, file)) pages.readPage(object);
  for (const object of file.objects)
    if (object.raw && !fonts.has(object)) readStream(object, file, pages, reading);
  pages.end();
  tell(reading, '文件属性或批注', stringsOf(file));
}

const typeOf = ({ value }: PdfObject, file: PdfFile, key = 'Type') =>
  isDict(value) ? nameIn(file.resolve(value.get(key))) : '';
const filtersOf = ({ value }: PdfObject, file: PdfFile) =>
  [isDict(value) ? file.resolve(value.get('Filter')) : undefined]
    .flat()
    .map((one) => nameIn(file.resolve(one)));
const isPage = (object: PdfObject, file: PdfFile) => typeOf(object, file) === 'Page';

/** Identifiers of the file itself, bytes without a meaning. */
const MADE = new Set(['ID', 'O', 'U', 'CheckSum', 'Panose']);

/** When a file was made: no number of a person. */
const DATE = /^D:\d{4,14}/;

/** Every string in every object: titles, notes, names of fields and what stands in them, targets of links. */
function stringsOf(file: PdfFile): string {
  const found = new Set<string>();
  const gather = (value: PdfValue) => {
    for (const one of valuesIn(isDict(value) ? new Map([...value].filter(([key]) => !MADE.has(key))) : value))
      if (one instanceof PdfString) found.add(textOf(one).replace(/\s+/g, ' '));
  };
  for (const { value } of file.objects) gather(value);
  for (const trailer of file.trailers) gather(trailer);
  return [...found, ...file.remarks]
    .filter((text) => text.length > 5 && !DATE.test(text))
    .join('\n------------\n');
}

/** The objects that the edition in force leads to. */
function usedBy(file: PdfFile): ReadonlySet<PdfObject> {
  const used = new Set<PdfObject>();
  const waiting: PdfValue[] = [...file.trailers];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const value of valuesIn(next)) {
      const object = value instanceof PdfRef ? file.object(value) : undefined;
      if (!object || used.has(object)) continue;
      used.add(object);
      waiting.push(object.value);
    }
  return used;
}

/** The shapes of letters. */
function fontFilesOf(file: PdfFile): ReadonlySet<PdfObject> {
  const found = file.objects.flatMap(({ value }) =>
    ['FontFile', 'FontFile2', 'FontFile3'].flatMap(
      (key) => (isDict(value) && file.object(value.get(key))) || [],
    ),
  );
  return new Set(found.filter((one) => typeOf(one, file, 'Subtype') !== 'Form'));
}

/** The tables of the file; its objects are read already. */
const WORDLESS = /^(?:XRef|ObjStm)$/;

function readStream(object: PdfObject, file: PdfFile, pages: Pages, reading: FileReading): void {
  const { value } = object;
  if (!isDict(value) || pages.has(object)) return;
  if (WORDLESS.test(typeOf(object, file))) return;
  const isImage = typeOf(object, file, 'Subtype') === 'Image';
  const { bytes, picture } = isImage ? pictureIn(object, file) : file.content(object);
  if (isImage || picture !== undefined) readImage(bytes, file, reading);
  else if (typeOf(object, file) === 'Metadata')
    readWords(bytes, { reading, budget: file.budget, part: '文件属性或批注' });
  else if (mayShow(latin(bytes)) && !value.has('FunctionType')) pages.readStream(object);
  else if (!latin(bytes).includes('begincmap')) reading.texts.push({ part: '里面的数据', ...seenIn(bytes) });
}

/** Only what a camera or a program made may hold notes; of other pictures a PDF keeps nothing but dots. */
const pictureIn = (object: PdfObject, file: PdfFile) =>
  filtersOf(object, file).some((name) => /^(?:DCT|JPX)/.test(name))
    ? file.content(object)
    : { bytes: new Uint8Array(), picture: undefined };

function readImage(bytes: Uint8Array, { budget }: PdfFile, reading: FileReading): void {
  if (isPicture(bytes)) readPicture(bytes, reading, budget, '里面的图片');
  else reading.texts.push({ part: '里面的图片', ...seenIn(bytes) });
}

const mayShow = (content: string) => content.includes('BT') && /T[jJ]|['"]/.test(content);
