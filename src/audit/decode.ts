/** The text of a page in the encoding that it names; many bureaus still write GBK. */
export function decode(bytes: Uint8Array, contentType = ''): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const named =
    /charset\s*=\s*["']?\s*([\w-]+)/i.exec(contentType) ?? /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head);
  try {
    return new TextDecoder(named?.[1] ?? 'utf-8').decode(bytes);
  } catch {
    // A name that no browser knows: read as browsers do.
    return new TextDecoder('utf-8').decode(bytes);
  }
}
