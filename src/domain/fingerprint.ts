/** A number for a text (FNV-1a), spread evenly: to part texts into heaps, not to tell them apart. */
export function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A short name for some content: the same for the same, another for all else. No guard against anybody's malice. */
export function fingerprint(parts: readonly (string | Uint8Array)[]): string {
  let [one, two] = [0x811c9dc5, 0x9e3779b9];
  const take = (byte: number) => {
    one = Math.imul(one ^ byte, 0x01000193);
    two = Math.imul(two ^ byte, 0x85ebca6b) ^ (two >>> 13);
  };
  for (const part of parts) {
    const bytes = typeof part === 'string' ? new TextEncoder().encode(part) : part;
    bytes.forEach(take);
    // Where one part ends is part of the content.
    for (const digit of `:${bytes.length};`) take(digit.charCodeAt(0));
  }
  return [one, two].map((half) => (half >>> 0).toString(36).padStart(7, '0')).join('');
}
