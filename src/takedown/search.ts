/** Looks for words in every byte of every file, also packed ones: search indexes, documents, archives. */
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync } from 'node:zlib';
import { extract } from '../catalogue/attachments/extract.ts';
import { filesBelow } from '../build/stamp.ts';
import { toGbk } from '../domain/gbk.ts';

/** A word in the forms in which programs write it. */
function formsOf(needle: string): Buffer[] {
  const escaped = needle.replace(/[^\x20-\x7e]/g, (char) =>
    [...Array(char.length).keys()]
      .map((at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
  const html = needle.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
  const named = needle.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const texts = [
    needle,
    escaped,
    escaped.replace(/\\u([0-9a-f]{4})/g, (all) => all.toUpperCase().replace('\\U', '\\u')),
    html,
    named,
    encodeURI(needle),
    encodeURIComponent(needle),
  ];
  return [
    ...[...new Set(texts)].map((text) => Buffer.from(text)),
    Buffer.from(needle, 'utf16le'),
    Buffer.from(toGbk(needle)),
  ];
}

const MAX_UNPACKED = 512 * 1024 * 1024;

function unpacked(name: string, bytes: Buffer): Buffer[] {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
      const inner = gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED });
      return [inner, ...unpacked(name.replace(/\.gz$/, ''), inner)];
    }
    if (name.endsWith('.br')) return [brotliDecompressSync(bytes, { maxOutputLength: MAX_UNPACKED })];
  } catch {
    return [];
  }
  const inside = packedIn(bytes).flatMap(({ name: part, content }) => [
    Buffer.from(part, 'latin1'),
    content,
    ...unpacked(part, content),
  ]);
  const words = extract(bytes).map(({ text }) => Buffer.from(text));
  return [...inside, ...words];
}

/** Where a packed part begins, in a package whole or damaged. */
const PART = Buffer.from('PK\x03\x04', 'latin1');

/**
 * The parts that a package holds, wherever they lie and whatever its list says: what must be nowhere is looked for in
 * damaged packages too. Parts of XML come a second time without their tags, as words that formatting has parted.
 */
function packedIn(bytes: Buffer): { readonly name: string; readonly content: Buffer }[] {
  const found: { readonly name: string; readonly content: Buffer }[] = [];
  for (let at = bytes.indexOf(PART); at >= 0 && at + 30 <= bytes.length; at = bytes.indexOf(PART, at + 4)) {
    const start = at + 30 + bytes.readUInt16LE(at + 26);
    const content = unpackedFrom(bytes, start + bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 8));
    if (!content) continue;
    const name = bytes.toString('latin1', at + 30, start);
    found.push({ name, content });
    if (/\.(?:xml|rels)$/i.test(name))
      found.push({ name, content: Buffer.from(content.toString('utf8').replace(/<[^>]*>/g, '')) });
  }
  return found;
}

/** What was packed from a place on; what follows it is left alone. Undefined where nothing can be unpacked. */
function unpackedFrom(bytes: Buffer, from: number, method: number): Buffer | undefined {
  const rest = bytes.subarray(from);
  if (method !== 8) return rest;
  try {
    return inflateRawSync(rest, { maxOutputLength: MAX_UNPACKED, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}

/** True when a file, or what is packed in it, holds any of the words. */
export function holds(name: string, bytes: Buffer, needles: readonly string[]): boolean {
  const forms = needles.flatMap(formsOf);
  return [bytes, ...unpacked(name, bytes)].some((one) => forms.some((form) => one.includes(form)));
}

/** The files below a folder that hold any of the words, or whose names do; with forward slashes. */
export function filesHolding(folder: string, needles: readonly string[]): string[] {
  if (needles.length === 0) return [];
  return filesBelow(folder)
    .map((file) => ({ file, name: relative(folder, file).split(sep).join('/') }))
    .filter(
      ({ file, name }) =>
        needles.some((one) => `/${name}`.includes(one)) || holds(name, readFileSync(file), needles),
    )
    .map(({ name }) => name);
}
