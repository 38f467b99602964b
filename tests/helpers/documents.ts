/** Documents made for tests, honest and hostile: small, and without a tool to make them. */
import { crc32, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';

const bytes = (text: string) => Buffer.from(text, 'latin1');

/** A PDF whose catalogue holds some more entries, with further objects behind it. */
export const pdf = (catalogue = '', objects = ''): Uint8Array =>
  bytes(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog ${catalogue} >>\nendobj\n${objects}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
  );

/** A PDF with objects packed away, so that nothing shows in plain sight. */
export function packedPdf(objects: string): Uint8Array {
  const packed = deflateSync(bytes(objects)).toString('latin1');
  const dictionary = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>`;
  return pdf('', `2 0 obj\n${dictionary}\nstream\n${packed}\nendstream\nendobj`);
}

/** A package (ZIP) of parts: names, or names with what stands in them. */
export const packageOf = (
  ...parts: readonly (string | readonly [string, string | Uint8Array])[]
): Uint8Array =>
  zipSync(
    Object.fromEntries(
      parts.map((part) => {
        const [name, content] = typeof part === 'string' ? [part, ''] : part;
        return [name, typeof content === 'string' ? strToU8(content) : content];
      }),
    ),
  );

export const DOCX = ['[Content_Types].xml', 'word/document.xml'] as const;
export const XLSX = ['[Content_Types].xml', 'xl/workbook.xml'] as const;

/** A Word file whose body is some XML, with further parts. */
export const docx = (
  body: string,
  ...parts: readonly (readonly [string, string | Uint8Array])[]
): Uint8Array =>
  packageOf(
    ['[Content_Types].xml', '<Types/>'],
    ['word/document.xml', `<w:document><w:body>${body}</w:body></w:document>`],
    ...parts,
  );

/** An Excel file with a sheet of some XML, with further parts. */
export const xlsx = (
  sheet: string,
  ...parts: readonly (readonly [string, string | Uint8Array])[]
): Uint8Array =>
  packageOf(
    ['[Content_Types].xml', '<Types/>'],
    ['xl/workbook.xml', '<workbook><sheets><sheet name="a"/></sheets></workbook>'],
    ['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${sheet}</sheetData></worksheet>`],
    ...parts,
  );

/** An old Word or Excel file, with the names of its streams in two-byte characters. */
export const compound = (...streams: readonly string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
  ]);

/** A piece of a PNG; nothing here checks sums. */
export function chunk(type: string, content: Uint8Array | string): Uint8Array {
  const body = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const name = bytes(type);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([name, body])));
  return Buffer.concat([length, name, body, sum]);
}

/** A PNG of one pixel with further pieces behind its head. */
export const pngWith = (...pieces: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([
    bytes('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0)),
    ...pieces,
    chunk('IDAT', deflateSync(Uint8Array.of(0, 200, 20, 20))),
    chunk('IEND', ''),
  ]);
export const png = pngWith();

/** The notes of a camera, big-endian, with one entry of a number; what it points to lies behind. */
export function exif(note: number, behind = ''): Uint8Array {
  const notes = Buffer.alloc(26);
  notes.write('MM\0*', 'latin1');
  notes.writeUInt32BE(8, 4);
  notes.writeUInt16BE(1, 8);
  notes.writeUInt16BE(note, 10);
  return Buffer.concat([notes, bytes(behind)]);
}

/** A segment of a JPEG. */
export function segment(marker: number, content: Uint8Array | string): Uint8Array {
  const body = Buffer.from(content);
  return Buffer.concat([Uint8Array.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255), body]);
}

/** A real JPEG of a few pixels. */
const DOTS = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#a33' } })
  .jpeg()
  .toBuffer();

/** That JPEG with further segments. */
export const jpegWith = (...segments: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([DOTS.subarray(0, 2), ...segments, DOTS.subarray(2)]);

/** A JPEG whose first note has a number. */
export const jpeg = (note: number): Uint8Array =>
  jpegWith(segment(0xe1, Buffer.concat([bytes('Exif\0\0'), exif(note)])));

const FRAME = [0xff, 0xfb, 0x90, 0x64];

/** A recording of silence, with notes in front and behind where they are given. */
export function recording({ notes }: { readonly notes?: string } = {}): Uint8Array {
  const frame = new Uint8Array(417);
  frame.set(FRAME);
  const frames = Array.from({ length: 38 }, () => [...frame]).flat();
  if (!notes) return Uint8Array.from(frames);
  const text = Buffer.from(notes);
  const head = [...Buffer.from('ID3'), 3, 0, 0, 0, 0, 0, text.length];
  const tail = Buffer.alloc(128);
  tail.write(`TAG${notes}`);
  return Uint8Array.from([...head, ...text, ...frames, ...tail]);
}
