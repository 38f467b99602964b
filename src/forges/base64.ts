const CHUNK = 0x8000;

/** Bytes as Base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** Base64, with or without line breaks, as bytes. */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replace(/\s/g, '')), (char) => char.charCodeAt(0));

export const toText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
