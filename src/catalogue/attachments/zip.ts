import { inflateRawSync } from 'node:zlib';
import { latin } from './bytes.ts';

/** A file within a package (ZIP). */
export interface Part {
  readonly name: string;
  /** Its content, one character a byte; undefined when it cannot be unpacked or is unreasonably large. */
  readonly read: () => string | undefined;
  /** In bytes when unpacked; undefined likewise. What the package itself says of it is not believed. */
  readonly size: () => number | undefined;
}

const END = 'PK\x05\x06';
const ENTRY = 0x02014b50;
/** The end record may be followed by a comment of this many bytes. */
const LONGEST_TAIL = 65_557;
const MAX_UNPACKED = 32 * 1024 * 1024;

/** The parts of a package, by the list at its end; undefined when there is no such list. */
export function partsOf(bytes: Uint8Array): Part[] | undefined {
  const start = Math.max(0, bytes.length - LONGEST_TAIL);
  const end = latin(bytes.subarray(start)).lastIndexOf(END);
  if (end < 0 || start + end + 20 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Part[] = [];
  let at = view.getUint32(start + end + 16, true);
  for (let left = view.getUint16(start + end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return undefined;
    const length = view.getUint16(at + 28, true);
    const entry = at;
    parts.push({
      name: latin(bytes.subarray(at + 46, at + 46 + length)),
      read: () => {
        const content = unpack(bytes, view, entry);
        return content && latin(content);
      },
      size: () => unpack(bytes, view, entry)?.length,
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** The content of the part that an entry of the list describes. */
function unpack(bytes: Uint8Array, view: DataView, entry: number): Uint8Array | undefined {
  const header = view.getUint32(entry + 42, true);
  if (header + 30 > bytes.length) return undefined;
  const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const packed = bytes.subarray(from, from + view.getUint32(entry + 20, true));
  try {
    const isStored = view.getUint16(entry + 10, true) === 0;
    return isStored ? packed : inflateRawSync(packed, { maxOutputLength: MAX_UNPACKED });
  } catch {
    return undefined;
  }
}
