/** A JPEG with nothing in it but the picture. */

const SCAN = 0xda;
/** Segments of programs and cameras (APP1 to APP15), remarks. */
const isNote = (kind: number) => (kind > 0xe0 && kind <= 0xef) || kind === 0xfe;

/** The bytes without anything that stands beside the picture: profiles, notes, remarks. */
export function bareJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at + 1] !== SCAN) {
    const next = at + 2 + view.getUint16(at + 2);
    if (!isNote(bytes[at + 1] ?? 0)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  kept.push(bytes.subarray(at));
  const bare = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  kept.reduce((offset, part) => {
    bare.set(part, offset);
    return offset + part.length;
  }, 0);
  return bare;
}
