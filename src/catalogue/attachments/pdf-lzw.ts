import type { Budget } from './budget.ts';
import { notUnderstood } from './pdf-syntax.ts';
import type { PdfDict } from './pdf-values.ts';

const [CLEAR, STOP] = [256, 257];

/** Codes of 9 to 12 bits for strings seen before (LZW, ISO 32000-1, 7.4.4). */
export function fromLzw(bytes: Uint8Array, budget: Budget, settings: PdfDict | undefined): Uint8Array {
  const early = settings?.get('EarlyChange') === 0 ? 0 : 1;
  const out: Uint8Array[] = [];
  let table: Uint8Array[] = [];
  let last: Uint8Array | undefined;
  let [held, bits] = [0, 0];
  for (let at = 0; at < bytes.length;) {
    const size = 258 + table.length + early;
    const width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9;
    for (; bits < width && at < bytes.length; bits += 8) held = ((held << 8) | (bytes[at++] ?? 0)) & 0xffffff;
    if (bits < width) break;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === STOP) break;
    if (code === CLEAR) {
      [table, last] = [[], undefined];
      continue;
    }
    const known = code < 256 ? Uint8Array.of(code) : table[code - 258];
    const entry: Uint8Array = known ?? (last ? Buffer.concat([last, last.subarray(0, 1)]) : notUnderstood());
    budget.spend(entry.length + 1);
    out.push(entry);
    if (last && table.length < 3838) table.push(Buffer.concat([last, entry.subarray(0, 1)]));
    last = entry;
  }
  return Buffer.concat(out);
}
