/** What pictures say of themselves in words: who took them, titles, remarks. */
import { latin } from './bytes.ts';
import type { Extract } from './extracted.ts';
import { attributesOf, fromUtf8, wordsOf } from './xml.ts';

/** How far into a picture cameras and programs write their notes. */
const NOTES = 256 * 1024;
const READABLE = /[\x20-\x7e\x80-\xff]{6,}/g;

/** The notes (Exif, XMP, PNG texts) of a picture. */
export function pictureTexts(bytes: Uint8Array): Extract[] {
  const head = latin(bytes.subarray(0, NOTES));
  const xmp = fromUtf8(/<x:xmpmeta[^]*?<\/x:xmpmeta>/.exec(head)?.[0] ?? '');
  const exif = /Exif\0\0|eXIf|tEXt|iTXt/.test(head)
    ? fromUtf8((head.slice(0, 65_536).match(READABLE) ?? []).join('\n'))
    : '';
  return [
    { part: '照片属性', text: `${wordsOf(xmp, /<\/[\w:]+>/g)}\n${attributesOf(xmp, /[\w:]+/)}` },
    { part: '照片属性', text: exif, numbersOnly: true as const },
  ].filter(({ text }) => text.trim() !== '');
}
