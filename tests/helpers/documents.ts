/** Documents made for tests, honest and hostile: small, and without a tool to make them. */
import { deflateSync } from 'node:zlib';

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

function header(name: string, signature: number, size: number): Buffer {
  const made = Buffer.alloc(size);
  made.writeUInt32LE(signature, 0);
  made.writeUInt16LE(name.length, size === 30 ? 26 : 28);
  return Buffer.concat([made, bytes(name)]);
}

/** A package (ZIP) of empty parts. */
export function packageOf(...names: readonly string[]): Uint8Array {
  const locals = Buffer.concat(names.map((name) => header(name, 0x04034b50, 30)));
  const list = Buffer.concat(names.map((name) => header(name, 0x02014b50, 46)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(locals.length, 16);
  return Buffer.concat([locals, list, end]);
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
