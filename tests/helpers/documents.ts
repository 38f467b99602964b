/** Documents made for tests, honest and hostile: small, and without a tool to make them. */
import { deflateRawSync, deflateSync } from 'node:zlib';

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

/** A package (ZIP) of parts: names, or names with their text. */
export function packageOf(...parts: readonly (string | readonly [string, string])[]): Uint8Array {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  for (const [name, text] of parts.map((part) => (typeof part === 'string' ? ([part, ''] as const) : part))) {
    const packed = deflateRawSync(bytes(text));
    const [local, entry] = [Buffer.alloc(30), Buffer.alloc(46)];
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(Buffer.concat(locals).length, 42);
    locals.push(local, bytes(name), packed);
    list.push(entry, bytes(name));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(locals).length, 16);
  return Buffer.concat([...locals, ...list, end]);
}

export const DOCX = ['[Content_Types].xml', 'word/document.xml'] as const;
export const XLSX = ['[Content_Types].xml', 'xl/workbook.xml'] as const;

/** An old Word or Excel file, with the names of its streams in two-byte characters. */
export const compound = (...streams: readonly string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    ...streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')),
  ]);

export const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

/** A JPEG whose first note, big-endian, has a number. */
export function jpeg(note: number): Uint8Array {
  const notes = Buffer.alloc(26);
  notes.write('MM\0*', 'latin1');
  notes.writeUInt32BE(8, 4);
  notes.writeUInt16BE(1, 8);
  notes.writeUInt16BE(note, 10);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 34]), bytes('Exif\0\0'), notes]);
}
