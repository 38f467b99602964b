/** Compressed copies beside the files, so that a plain server sends them without work of its own. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { COMPRESSED_ENDINGS } from './hosting/table.ts';

/** Below this, a copy saves nothing: the answer fits into one packet anyway. */
const WORTHWHILE = 1024;

/** Replaced by `npm run whereabouts` without a new release: a copy would go on telling what was true before. */
const REPLACED = /^data\/(?:whereabouts\/|disclosure\.)/;

const ENDING = /\.(\w+)$/;

const isWorthwhile = (name: string, size: number) =>
  size >= WORTHWHILE && !REPLACED.test(name) && COMPRESSED_ENDINGS.includes(ENDING.exec(name)?.[1] ?? '');

function gzip(bytes: Uint8Array): Uint8Array {
  const zipped = gzipSync(bytes, { level: 9 });
  // The system that compressed: unknown, wherever this runs, so that the bytes are the same everywhere.
  zipped[9] = 255;
  return zipped;
}

/** Beyond this quality a page takes twenty-five times as long and becomes a twentieth smaller (measured on the pages). */
const QUALITY = 9;
/** Windows beyond the size of what is compressed cost time for nothing. */
const [SMALL_WINDOW, WINDOW] = [16, 18] as const;

const brotli = (bytes: Uint8Array): Uint8Array =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: bytes.length > 2 ** SMALL_WINDOW ? WINDOW : SMALL_WINDOW,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/** The compressed copies of a file by their names; none where a copy would not be smaller. */
export function compressedCopies(name: string, bytes: Uint8Array): [name: string, bytes: Uint8Array][] {
  if (!isWorthwhile(name, bytes.length)) return [];
  const copies: [string, Uint8Array][] = [
    [`${name}.br`, brotli(bytes)],
    [`${name}.gz`, gzip(bytes)],
  ];
  return copies.filter(([, copy]) => copy.length < bytes.length);
}
