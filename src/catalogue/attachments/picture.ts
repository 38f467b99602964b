/** Pictures (PNG, JPEG, WebP) piece by piece: what they say of themselves, and that nothing stands behind them. */
import { refuse, type Budget } from './budget.ts';
import { isJpeg, isPng, latin } from './bytes.ts';
import type { FileReading } from './extracted.ts';
import { seenIn } from './extract-seen.ts';
import { PICTURE_AGAIN, readExif, readNote, readWords, type NotesAt } from './picture-notes.ts';

const isWebp = (bytes: Uint8Array) => /^RIFF.{4}WEBP/s.test(latin(bytes.subarray(0, 12)));

/** True for bytes that say to be a picture that can be read. */
export const isPicture = (bytes: Uint8Array): boolean => isPng(bytes) || isJpeg(bytes) || isWebp(bytes);

const broken = (): never => refuse('图片不完整，或者后面跟着别的内容（例如视频）', PICTURE_AGAIN);

/** Pixels that a computer of the bureau can still take in. */
const MOST_PIXELS = 60_000_000;

interface State extends NotesAt {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** Reads what a picture says of itself into `reading`; refuses one that is broken, or more than a picture. */
export function readPicture(
  bytes: Uint8Array,
  reading: FileReading,
  budget: Budget,
  part = '照片属性',
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const state = { bytes, view, reading, budget, part };
  budget.spend(bytes.length);
  try {
    if (isPng(bytes)) readPng(state);
    else if (isJpeg(bytes)) readJpeg(state);
    else readWebp(state);
  } catch (error) {
    if (error instanceof RangeError) broken();
    throw error;
  }
}

function checkSize(width: number, height: number): void {
  if (width * height > MOST_PIXELS) refuse(`图片太大（${width}×${height}）`, '缩小到 4000×3000 以内再放');
}

function readPng(state: State): void {
  const { bytes, view } = state;
  for (let at = 8; ;) {
    const length = view.getUint32(at);
    const type = latin(bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, at + 8 + length);
    at += 12 + length;
    if (at > bytes.length || (at === 20 + length && type !== 'IHDR')) broken();
    if (type === 'IHDR') checkSize(view.getUint32(16), view.getUint32(20));
    else if (type === 'IEND') return at === bytes.length ? undefined : broken();
    else if (type === 'eXIf') readExif(content, state);
    else if (/^(?:tEXt|zTXt|iTXt|iCCP)$/.test(type)) readNote(type, content, state);
    else if (!/^(?:[A-Z]|pHYs|gAMA|sRGB|cHRM|bKGD|sBIT|hIST|tIME|sPLT|acTL|fcTL|fdAT|cICP|oFFs)/.test(type))
      state.reading.texts.push({ part: state.part, ...seenIn(content) });
  }
}

const [START_OF_SCAN, END, APP0, APP1, APP15, COMMENT] = [0xda, 0xd9, 0xe0, 0xe1, 0xef, 0xfe];

function readJpeg(state: State): void {
  const { bytes, view } = state;
  for (let at = 2; ;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    if (bytes[at] !== 0xff) broken();
    const marker = bytes[at + 1] ?? 0;
    at += 2;
    if (marker === END) return readBehind(bytes.subarray(at), state);
    const length = view.getUint16(at);
    if (length < 2 || at + length > bytes.length) broken();
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      checkSize(view.getUint16(at + 5), view.getUint16(at + 3));
    if ((marker >= APP0 && marker <= APP15) || marker === COMMENT)
      readSegment(marker, bytes.subarray(at + 2, at + length), state);
    at += length;
    if (marker === START_OF_SCAN) at = endOfScan(bytes, at);
  }
}

/** Telephones put a second picture behind the first (brightness, depth); anything else is no picture. */
function readBehind(rest: Uint8Array, { reading, budget, part }: State): void {
  if (isJpeg(rest)) readPicture(rest, reading, budget, part);
  else if (/[^\0\s]/.test(latin(rest))) broken();
}

function readSegment(marker: number, content: Uint8Array, state: State): void {
  const { reading, part } = state;
  const head = latin(content.subarray(0, 40));
  if (marker === APP1 && head.startsWith('Exif\0\0')) readExif(content, state);
  else if (marker === APP1 || marker === COMMENT) readWords(content, state);
  else if (!/^(?:JFIF\0|Adobe)/.test(head)) reading.texts.push({ part, ...seenIn(content) });
}

/** The next mark behind the picture's own bytes: not a stuffed one, not one for restarting. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return broken();
}

function readWebp(state: State): void {
  const { bytes, view, reading, part } = state;
  if (view.getUint32(4, true) + 8 !== bytes.length) broken();
  for (let at = 12; at < bytes.length;) {
    const type = latin(bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4, true);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (content.length < length) broken();
    if (type === 'EXIF') readExif(content, state);
    else if (type === 'XMP ') readWords(content, state);
    else if (!/^(?:VP8[ LX]|ALPH|ANIM|ANMF|ICCP)$/.test(type))
      reading.texts.push({ part, ...seenIn(content) });
    at += 8 + length + (length % 2);
  }
}
