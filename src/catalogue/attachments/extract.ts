/** A document or picture read to its last word, without a program of its own. */
import { Budget, Refusal } from './budget.ts';
import { beginsWith } from './bytes.ts';
import type { Extract, FileReading } from './extracted.ts';
import { seenIn } from './extract-seen.ts';
import { readPackage } from './package.ts';
import { readPdf } from './pdf.ts';
import { isPicture, readPicture } from './picture.ts';
import { isPackage } from './zip.ts';

/** Old Word, Excel and WPS files: whatever can be seen in their bytes. They may not be published. */
const isCompound = (bytes: Uint8Array) => beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

const isPdf = (bytes: Uint8Array) => beginsWith(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d);

/** True for a file that is no plain text but can be read. */
export const isDocument = (bytes: Uint8Array): boolean =>
  [isPackage, isPdf, isPicture, isCompound].some((is) => is(bytes));

/** Reads a file by what its first bytes say it is; what it could not read is a fault, what it read until then is kept. */
export function readDocument(bytes: Uint8Array, budget = new Budget(bytes.length)): FileReading {
  const reading: FileReading = { texts: [], faults: [] };
  try {
    if (isPackage(bytes)) readPackage(bytes, reading, budget);
    else if (isPdf(bytes)) readPdf(bytes, reading, budget);
    else if (isPicture(bytes)) readPicture(bytes, reading, budget);
    else if (isCompound(bytes)) reading.texts.push({ part: '文件里', ...seenIn(bytes) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    reading.faults.push(error.fault);
  }
  return reading;
}

/** All texts of a document or picture. */
export const extract = (bytes: Uint8Array): Extract[] =>
  readDocument(bytes).texts.filter(({ text }) => text.trim() !== '');
