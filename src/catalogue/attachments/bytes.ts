/** Bytes as text of one character each, so that expressions can look through them. */
export const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** True when bytes begin with the given ones. */
export const beginsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);
