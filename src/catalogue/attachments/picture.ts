import { beginsWith, latin } from './bytes.ts';
import type { Fault } from './fault.ts';

/** The pointer to where a picture was taken, among the first things that a camera notes. */
const GPS = 0x8825;

/** A JPEG that tells where it was taken would give away more than it shows (facts F1-1). */
export function assessJpeg(bytes: Uint8Array): Fault | undefined {
  return tellsPlace(bytes)
    ? { message: '照片里记着拍摄的位置', remedy: '用看图软件另存一份，或在手机里分享时去掉位置信息' }
    : undefined;
}

/** How far into a picture the notes may begin. */
const HEAD = 70_000;

/** True when a picture (JPEG, PNG or WebP) notes where it was taken, in Exif or in XMP. */
export function tellsPlace(bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, HEAD));
  return notesOf(bytes, head).includes(GPS) || /exif:GPSL(?:atitude|ongitude)[=>"]/.test(head);
}

/** Where the notes of each format begin: after these marks. */
const MARKS = /Exif\0\0(?=II|MM)|eXIf(?=II|MM)|EXIF....(?=II|MM)/s;

/** The numbers of the notes (Exif, first directory) in a picture; empty without. */
function notesOf(bytes: Uint8Array, head: string): number[] {
  const mark = MARKS.exec(head);
  if (!mark) return [];
  const notes = bytes.subarray(mark.index + mark[0].length);
  const view = new DataView(notes.buffer, notes.byteOffset, notes.byteLength);
  const little = beginsWith(notes, 0x49, 0x49);
  if (notes.length < 8) return [];
  const start = view.getUint32(4, little);
  if (start + 2 > notes.length) return [];
  const count = Math.min(view.getUint16(start, little), Math.floor((notes.length - start - 2) / 12));
  return Array.from({ length: count }, (_, at) => view.getUint16(start + 2 + at * 12, little));
}
