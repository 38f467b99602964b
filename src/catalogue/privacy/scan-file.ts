/** The guard over names of files, and over documents and pictures: their text, their properties, where they were taken. */
import { attachmentType } from '../../domain/attachment-types.ts';
import type { PrivacyFinding } from '../../domain/privacy/found.ts';
import { scanText } from '../../domain/privacy/scan.ts';
import { readDocument } from '../attachments/extract.ts';
import type { Extract } from '../attachments/extracted.ts';
import { positionsOf } from '../position.ts';
import { pick } from './scan-entry.ts';

/** What a file's own name, or a folder's on the way to it, tells. */
export const scanName = (file: string): PrivacyFinding[] =>
  scanText(file.replace(/\.[^./]*$/, '')).map((match) => ({
    ...pick(match),
    file: maskIn(file, match),
    part: '文件名',
  }));

/** A file's name without the value that must not be logged. */
function maskIn(
  file: string,
  { start, end, masked }: { start: number; end: number; masked: string },
): string {
  return `${file.slice(0, start)}${masked}${file.slice(end)}`;
}

/** What a text of a file holds, at its lines. */
export function scanPlain(file: string, text: string): PrivacyFinding[] {
  const position = positionsOf(text);
  return scanText(text).map((match) => ({ ...pick(match), file, ...position(match.start) }));
}

function scanPart(file: string, { part, text, rows, numbersOnly }: Extract): PrivacyFinding[] {
  const position = positionsOf(text);
  return scanText(text)
    .filter(({ kind }) => !numbersOnly || kind === 'identity' || kind === 'mobile' || kind === 'card')
    .map((match) => {
      const { line } = position(match.start);
      const row = rows ? rows[line - 1] : text.includes('\n') ? line : undefined;
      return { ...pick(match), file, part: row === undefined ? part : `${part}第 ${row} 行` };
    });
}

/** Everything in a document or picture that looks like personal data, as far as it can be read (docs/privacy.md). */
export function scanDocument(file: string, bytes: Uint8Array): PrivacyFinding[] {
  if (attachmentType(file)?.form === 'text') return scanPlain(file, new TextDecoder('utf-8').decode(bytes));
  const { texts, place } = readDocument(bytes);
  return [...(place ? [placeOf(file)] : []), ...eachOnce(texts.flatMap((part) => scanPart(file, part)))];
}

/** A document may be read in several ways; what stands at one place is told once. */
function eachOnce(found: readonly PrivacyFinding[]): PrivacyFinding[] {
  const keyOf = ({ kind, value, part }: PrivacyFinding) => `${kind}\0${value}\0${part}`;
  return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}

/** A picture that notes where it was taken. Photos of people are made anew before they are published. */
function placeOf(file: string): PrivacyFinding {
  const isMadeAnew = /(?:^|\/)photos\//.test(file);
  return {
    kind: 'location',
    grade: isMadeAnew ? 'warn' : 'block',
    value: 'GPS',
    masked: 'GPS',
    note: isMadeAnew ? '发布时会去掉，但这份原片还带着' : undefined,
    file,
  };
}
