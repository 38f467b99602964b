/** The words on the pages of a PDF, in its notes, links and properties. Pictures of words stay unread. */
import type { Extract } from './extracted.ts';
import { fontsOf, type Decoder } from './pdf-fonts.ts';
import { pdfObjects, type PdfObject } from './pdf-objects.ts';
import { tokensOf } from './pdf-tokens.ts';
import { fromUtf8, wordsOf } from './xml.ts';

type Fonts = ReadonlyMap<string, readonly Decoder[]>;

/** Pages may give one name to several fonts; so many readings are tried. */
const MAX_READINGS = 4;

/** A move between two pieces that looks like a space, in thousandths of the height of the letters. */
const WORD_GAP = -180;
const GAP = '\u0000gap';

/** All texts of a PDF. */
export function pdfTexts(bytes: Uint8Array): Extract[] {
  const objects = pdfObjects(bytes);
  const fonts = fontsOf(objects);
  const most = Math.max(1, ...[...fonts.values()].map((list) => list.length));
  const pages = [...objects.values()].filter(isPage);
  const readings = Array.from({ length: Math.min(most, MAX_READINGS) }, (_, at) =>
    pages.map(({ stream = '' }) => shownIn(stream, fonts, at)).join('\n'),
  );
  const told = [...objects.values()].map(({ dictionary }) => stringsIn(dictionary)).join('\n');
  const notes = [...objects.values()].map(metadataIn).join('\n');
  return [
    // A page knows no lines that an author could count.
    ...[...new Set(readings)].map((text) => ({ part: '正文', text, rows: [] })),
    { part: '文件属性或批注', text: `${told}\n${notes}`, rows: [] },
  ].filter(({ text }) => text.trim() !== '');
}

const isPage = ({ stream, dictionary }: PdfObject) =>
  stream !== undefined &&
  /\bBT\b/.test(stream) &&
  /\bT[Jj]\b|['"]\s/.test(stream) &&
  !/\/ObjStm\b|\/Image\b/.test(dictionary);

/** The words that a page shows, in the order in which it draws them; a new line where the height changes. */
function shownIn(stream: string, fonts: Fonts, reading: number): string {
  const text: string[] = [];
  let decode: Decoder = (bytes) => bytes;
  let [height, shownAt, isMoved] = [0, NaN, true];
  let [strings, numbers, name]: [string[], number[], string] = [[], [], ''];
  const move = (to: number) => ([height, isMoved] = [to, true]);
  const operators: Readonly<Record<string, () => void>> = {
    BT: () => move(0),
    Td: () => move(height + (numbers.at(-1) ?? 0)),
    TD: () => move(height + (numbers.at(-1) ?? 0)),
    'T*': () => move(height - 1e-3),
    Tm: () => move(numbers.at(-1) ?? 0),
    Tf: () => {
      const list = fonts.get(name);
      decode = list?.[Math.min(reading, list.length - 1)] ?? ((bytes) => bytes);
    },
    Tj: () => {
      text.push(
        isMoved ? (height === shownAt ? ' ' : '\n') : '',
        ...strings.map((one) => (one === GAP ? ' ' : decode(one))),
      );
      [shownAt, isMoved] = [height, false];
    },
  };
  const aliases: Readonly<Record<string, string>> = { TJ: 'Tj', "'": 'Tj', '"': 'Tj' };
  for (const { type, value } of tokensOf(stream)) {
    if (type === 'string') strings.push(value);
    else if (type === 'name') name = value;
    else if (/^[+-]?[\d.]+$/.test(value)) {
      numbers.push(Number(value));
      if (strings.length > 0 && Number(value) < WORD_GAP) strings.push(GAP);
    } else {
      if (value === "'" || value === '"') operators['T*']?.();
      operators[aliases[value] ?? value]?.();
      [strings, numbers] = [[], []];
    }
  }
  // Between Han characters a move is no space.
  return text.join('').replace(/ (?=[^\x21-\x7e\n])|(?<=[^\x21-\x7e\n]) /g, '');
}

/** Texts of properties, notes, form fields and links: strings in the open. */
const TOLD = /\/(?:Title|Author|Subject|Keywords|Creator|Contents|URI|V|TU|Alt|ActualText)\s*(?=[(<])/g;

const stringsIn = (dictionary: string): string =>
  [...dictionary.matchAll(TOLD)]
    .map(({ 0: key, index }) => tokensOf(dictionary.slice(index + key.length)).next().value)
    .map((token) => (token?.type === 'string' ? textString(token.value) : ''))
    .join('\n');

/** A text string: UTF-16 or UTF-8 when marked so, else one byte a character. */
function textString(bytes: string): string {
  if (bytes.startsWith('\xfe\xff'))
    return new TextDecoder('utf-16be').decode(Buffer.from(bytes.slice(2), 'latin1'));
  return bytes.startsWith('\xef\xbb\xbf') ? fromUtf8(bytes.slice(3)) : bytes;
}

const metadataIn = ({ dictionary, stream }: PdfObject): string =>
  /\/Type\s*\/Metadata\b/.test(dictionary) ? wordsOf(fromUtf8(stream ?? ''), /<\/[\w:]+>/g) : '';
