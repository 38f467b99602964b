/** Bytes as text that may stand in addresses. */
export const inUrl = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** Random text for addresses and names; works without https too. */
export const randomText = (bytes: number): string => inUrl(crypto.getRandomValues(new Uint8Array(bytes)));
