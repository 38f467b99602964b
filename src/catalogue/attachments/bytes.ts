/** Bytes as text of one character each, so that expressions can look through them. */
export const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** True when bytes begin with the given ones. */
export const beginsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

export const isPng = (bytes: Uint8Array): boolean =>
  beginsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
export const isJpeg = (bytes: Uint8Array): boolean => beginsWith(bytes, 0xff, 0xd8, 0xff);
