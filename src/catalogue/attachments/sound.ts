import { beginsWith, latin } from './bytes.ts';

const HEAD = 10;
const TAIL = 128;

/** How long the notes in front of a recording are (ID3v2): their length stands in four bytes of seven bits. */
function notesBefore(bytes: Uint8Array): number {
  if (latin(bytes.subarray(0, 3)) !== 'ID3' || bytes.length < HEAD) return 0;
  const length = bytes.subarray(6, HEAD).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
  return HEAD + length + ((bytes[5] ?? 0) & 0x10 ? HEAD : 0);
}

/**
 * A recording as it is published: the sound alone. What a telephone or program noted before and behind it (names,
 * places, pictures) is not taken over.
 */
export function soundOf(bytes: Uint8Array): Uint8Array {
  const end = latin(bytes.subarray(-TAIL, -TAIL + 3)) === 'TAG' ? bytes.length - TAIL : bytes.length;
  return bytes.subarray(notesBefore(bytes), end);
}

/** True for MPEG audio, with notes in front or without. */
export const isSound = (bytes: Uint8Array): boolean => {
  const sound = soundOf(bytes);
  return beginsWith(sound, 0xff) && ((sound[1] ?? 0) & 0xe0) === 0xe0;
};
