/** What pictures say of themselves: the notes of cameras (Exif), of programs (XMP), and texts. */
import { inflateSync } from 'node:zlib';
import { refuse, type Budget } from './budget.ts';
import { beginsWith, latin } from './bytes.ts';
import type { FileReading } from './extracted.ts';
import { seenIn } from './extract-seen.ts';
import { Words } from './extract-xml.ts';
import { xmlEvents } from './xml.ts';

/** Where notes are told, and by what name. */
export interface NotesAt {
  readonly reading: FileReading;
  readonly budget: Budget;
  readonly part: string;
}

export const PICTURE_AGAIN = '用看图软件打开，另存为 jpg 或 png，再替换';

/** The pointer to where a picture was taken, among the first things that a camera notes. */
const GPS = 0x8825;

/** True when notes (a TIFF structure) point to a place. */
function pointsToPlace(notes: Uint8Array): boolean {
  const view = new DataView(notes.buffer, notes.byteOffset, notes.byteLength);
  const little = beginsWith(notes, 0x49, 0x49);
  if (notes.length < 8) return false;
  const start = view.getUint32(4, little);
  if (start + 2 > notes.length) return false;
  const count = Math.min(view.getUint16(start, little), Math.floor((notes.length - start - 2) / 12));
  return Array.from({ length: count }, (_, at) => view.getUint16(start + 2 + at * 12, little)).includes(GPS);
}

/** Reads the notes of a picture, with or without the word that begins them. */
export function readExif(bytes: Uint8Array, { reading, part }: NotesAt): void {
  const notes = beginsWith(bytes, 0x45, 0x78, 0x69, 0x66, 0, 0) ? bytes.subarray(6) : bytes;
  if (pointsToPlace(notes)) reading.place = true;
  const seen = seenIn(notes);
  if (seen.text) reading.texts.push({ part, ...seen });
}

/** A text with its keyword, packed or not. */
export function readNote(type: string, content: Uint8Array, at: NotesAt): void {
  const end = content.indexOf(0);
  const isPacked = type === 'zTXt' || type === 'iCCP' || (type === 'iTXt' && content[end + 1] === 1);
  const from = type === 'tEXt' ? end + 1 : type === 'iTXt' ? afterLanguages(content, end + 3) : end + 2;
  const body = isPacked ? unpacked(content.subarray(from), at.budget) : content.subarray(from);
  const keyword = latin(content.subarray(0, Math.max(0, end)));
  if (/^Raw profile type/.test(keyword)) readExif(fromHex(latin(body)), at);
  else if (type === 'iCCP') at.reading.texts.push({ part: at.part, ...seenIn(body) });
  else readWords(body, at);
}

/** After the name of the language and the keyword in it. */
const afterLanguages = (content: Uint8Array, from: number) =>
  content.indexOf(0, content.indexOf(0, from) + 1) + 1;

function unpacked(packed: Uint8Array, budget: Budget): Uint8Array {
  try {
    const content = inflateSync(packed, { maxOutputLength: 16 * 1024 * 1024 });
    budget.spend(content.length);
    return content;
  } catch {
    return refuse('图片里有解不开的说明', PICTURE_AGAIN);
  }
}

/** Notes as ImageMagick keeps them: lines of hexadecimal digits behind a name and a length. */
const fromHex = (text: string): Uint8Array =>
  Buffer.from(text.replace(/^\s*\w+\s+\d+\s/, '').replace(/\s+/g, ''), 'hex');

/** Text in UTF-8 or Latin; where it is XMP, the words in it, and whether it tells the place. */
export function readWords(body: Uint8Array, { reading, budget, part }: NotesAt): void {
  const text = new TextDecoder('utf-8').decode(body);
  const from = text.indexOf('<x:xmpmeta');
  const end = text.lastIndexOf('</x:xmpmeta>');
  if (/GPSL(?:at|ong)itude/.test(text)) reading.place = true;
  if (from < 0 || end < from) {
    reading.texts.push({ part, text });
    return;
  }
  const words = new Words();
  for (const event of xmlEvents(text.slice(from, end + 12), budget)) words.on(event);
  reading.texts.push({ part, text: `${words.text()}\n${words.asides()}` });
}
